"""The words and forms by which the parts of a statement are known, in the languages we know them in.

They tell what a paragraph may be; where it stands decides.
"""

import re

MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
    "|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
    "|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر"
    "|كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول"
    "|ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר"
    "|जनवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितम्बर|अक्टूबर|नवम्बर|दिसम्बर"
    "|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember"
)
"""The months, twelve by twelve."""
STAMP = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(\s+\d{1,2}:\d{2}(:\d{2})?)?")
DATED = re.compile(rf"\b(?i:{MONTHS})(?!\w).{{0,12}}\d{{2,4}}|[\d〇一二三四五六七八九]{{4}}年.{{1,4}}月")
BRACKETED = re.compile(r"[（(\[].*[）)\]]", re.DOTALL)
PROVENANCE = re.compile(
    r"(?:Version \d|Supersedes|Revised|Written by|Translat|Source:|Updated|Published|Adopted by"
    r"|Please note that|Adopted and|Adoptée? |Adoptada |Принята |Принято |(?:My|Your) telegram"
    r"|Following is (?:the )?text|Begins:|\d{3,5}\\?\. (?:Secret|Confidential|Restricted|Immediate))"
)
GENRE = re.compile(
    r"(?i:statement|declaration|communiqu|treaty|agreement|charter|convention|protocol|memorandum|resolution"
    r"|accord|déclaration|declaración|tratado|acuerdo|договор|соглашение|заявление|декларация|конвенция|устав"
    r"|erklärung|vertrag|abkommen|dichiarazione|trattato|verdrag)"
    r"|声明|聲明|公报|公報|条约|條約|宣言|宪章|憲章|協定|协定|协议|共同声明|إعلان|بيان|اتفاق|معاهدة|ميثاق"
    r"|הצהרה|הסכם|אמנה|הכרזה|घोषणा|समझौता|संधि"
)
PERSON = re.compile(r"\*{0,2}(?:We|WE|Nous|NOUS|Nosotros|Мы|МЫ)\b|我(?!国|們国)|我联合国|نحن|אנו|אנחנו")
"""How a text begins that speaks of its authors: such a line is no title."""

PREAMBLE_HEADING = re.compile(
    r"[〈\[(*]*(?i:preamble|préambule|preámbulo|преамбула|präambel|الديباجة|ديباجة|序言|前文|प्रस्तावना|הקדמה)"
    r"[〉\])*]*[.:]?"
)
FORMULA = re.compile(
    r"(?i:as follows|the following[^.:]{0,80}|declare(?: that)?|agree that|by [A-Z][a-z]+ \d+, \d{4}"
    r"|suivante?s?|siguientes?|о следующем|следующее|ما يلي|ما يأتي)\s*:$|(?:如下|以下[^。：:]{0,12})[：:]$"
)
"""How the sentence ends that enacts the text."""

CLOSING = re.compile(
    r"(?i:in witness whereof|in faith whereof|done (?:at|in|on)\b|signed (?:at|in|on|with)\b"
    r"|opened (?:in|at|for)\b|en foi de quoi|fait [àa]\b|en fe de lo cual|hecho en"
    r"|в удостоверение|совершено|составлено"
    r"|zu urkund|geschehen)|为此|以昭信守|為此|签订于|وإثبات|ومصادق|حرر في|בעדות"
)
NOTE = re.compile(
    r"(?:\[[^\]]*\]|（[^）]*）)\s*$"
    r"|(?:Passed by|Ratified|Amended by|Superseded by|Note:|Proposed|Adopted by|Editor’s note)\b"
)
ORGAN = re.compile(r"(?:The|La|L’|L'|El|Генеральная|Совет|A|Le) ?[^.;:,\n]{3,70},")
"""How a resolution names the organ that speaks, in a line of its own."""

RECITAL = re.compile(
    r"[*_]{0,3}(?i:recalling|recognizing|recognising|noting|reaffirming|considering|having|bearing|mindful|guided|convinced"
    r"|desiring|desirous|welcoming|deeply|expressing|acknowledging|taking|affirming|concerned|aware|conscious"
    r"|rappelant|considérant|ayant|notant|réaffirmant|soulignant|recordando|considerando|teniendo|reconociendo"
    r"|reafirmando|tomando|напоминая|ссылаясь|принимая|учитывая|подтверждая|признавая|отмечая)\b"
)
"""How a recital begins."""

OPERATIVE = re.compile(
    r"[*_]{0,3}(?i:decides|requests|calls (?:up)?on|urges|invites|declares|approves|endorses|adopts|condemns"
    r"|décide|demande|invite|prie|decide|pide|exhorta|insta|постановляет|просит|призывает|решает)\b"
)
"""How an operative paragraph of a resolution begins."""

SIGNED = re.compile(
    r"[*_]{0,3}(?:(?:FOR|For) (?:the |THE )?\S|(?:Pour|POUR) l|(?:Por|POR) (?:el|la) |За |От имени |代表"
    r"|\(Signed\)|\(s\.?\))"
)
"""How a line begins under which somebody signs."""

FOOTNOTE = re.compile(
    r"<sup>\s*\[?\d{1,2}\]?\s*</sup>"
    r"|(?:<sup>)?\[?\^?\d{1,2}\]?(?:</sup>)? (?:See|Document|Cf|Ibid|Voir|См)\b|\[\^?\d{1,2}\]:? \S"
)
DEBRIS = re.compile(
    r"<!--.*?-->|[-=_*—–]{10,}|[—–]{2,}|_{3,}|(?:\* ?){3,5}|\\#+|_"
    r"|Ends\.?|\*{4}|[-–] ?\d{1,4} ?[-–]|Page \d+ of \d+"
    r"|_?\[[A-Z]{2,} ?:[^\]]*\]_?|\d{2}-\d{4,6}",
    re.DOTALL,
)
"""Rules, page numbers, end marks, file marks, comments of a converter."""

_FEWEST_LETTERS = 4


def is_loud(text: str) -> bool:
    """Tell whether a text is in capitals."""
    letters = "".join(filter(str.isalpha, text))
    upper = sum(map(str.isupper, letters))
    return len(letters) >= _FEWEST_LETTERS and upper >= len(letters) * 0.85
