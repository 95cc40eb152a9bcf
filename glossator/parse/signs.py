"""The words and forms by which the parts of a statement are known, in the languages we know them in.

They tell what a paragraph may be; where it stands decides.
"""

import re

MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
    "|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
    "|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня"
    "|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر"
    "|ينايِر|شباط|آذار|نيسان|أيار|يونيه|يوليه|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول"
    "|كانون الثاني|فيفري|مارث|ابريل|ماي|حزيران|تموز|اغسطس|شتنبر|اكتوبر|نونبر|دجنبر"
    "|ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר"
    "|जनवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितम्बर|अक्टूबर|नवम्बर|दिसम्बर"
    "|जनवरी|फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|अक्तूबर|नवंबर|दिसंबर"
    "|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember"
    "|jänner|feber|maerz|april|mai|juni|juli|august|september|oktober|november|dezember"
    "|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre"
    "|janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro"
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
    r"|manifesto|constitution|covenant|compact|social contract|verfassung|constitución|конституция"
    r"|accord|déclaration|declaración|tratado|acuerdo|договор|соглашение|заявление|декларация|конвенция|устав"
    r"|erklärung|vertrag|abkommen|dichiarazione|trattato|verdrag)"
    r"|声明|聲明|憲法|宪法|公报|公報|条约|條約|宣言|宪章|憲章|協定|协定|协议|共同声明|إعلان|بيان|اتفاق|معاهدة|ميثاق"
    r"|הצהרה|הסכם|אמנה|הכרזה|घोषणा|समझौता|संधि"
)
PERSON = re.compile(r"\*{0,2}(?:We|WE|Nous|NOUS|Nosotros|Мы|МЫ)\b|我(?!国|們国)|我联合国|نحن|אנו|אנחנו")
"""How a text begins that speaks of its authors: such a line is no title."""

PREAMBLE_HEADING = re.compile(
    r"[〈<【\[(*#_\s]*(?i:preamble|préambule|preámbulo|preâmbulo|preambolo|preambule|preambuła|преамбула|преамбул"
    r"|präambel|الديباجة|ديباجة|تمهيد|مقدمة|مقدمه|序言|前言|序文|前文|전[ ]?문|प्रस्तावना|उद्देशिका|הקדמה|מבוא"
    r"|önsöz|mukadimah|inledning|lời nói đầu)[〉>】\])*_]*[.:：]?"
)
FORMULA = re.compile(
    r"(?i:as follows|the following[^.:]{0,80}|declare(?: that)?|agree that|by [A-Z][a-z]+ \d+, \d{4}"
    r"|suivante?s?|siguientes?|о следующем|следующее|ما يلي|ما يأتي)\s*:$|(?:如下|以下[^。：:]{0,12})[：:]$"
)
"""How the sentence ends that enacts the text."""

CLOSING = re.compile(
    r"(?i:in witness whereof|in faith whereof|done (?:at|in|on)\b|signed (?:at|in|on|with)\b"
    r"|the signatures (?:appearing )?above|the signers of|opened (?:in|at|for)\b"
    r"|en foi de quoi|fait [àa]\b|en fe de lo cual|en testimonio|hecho en"
    r"|в удостоверение|совершено|составлено|подписано в"
    r"|zu urkund|geschehen (?:zu|in|am)|unterzeichnet (?:zu|in|am))"
    r"|为此|以昭信守|為此|签订于|簽訂於"
    r"|以上の証拠として|[\d〇一二三四五六七八九十百千元年月日令和昭平成]{6,14}に[^。]{2,30}(?:作成|署名)"
    r"|وإثبات|إثباتا|ومصادق|(?:حُ?رّ?رت?|وُ?قّ?عت?|صدر) (?:في|بمدينة)|בעדות|ולראיה|נעשה ב|נחתם ב"
)
NOTE = re.compile(
    r"(?:\[[^\]]*\]|（[^）]*）)\s*$"
    r"|(?:Passed by|Ratified|Amended by|Superseded by|Note:|Proposed|Adopted by|Editor’s note)\b"
)
ORGAN = re.compile(r"(?:The|La|L’|L'|El|Генеральная|Совет|A|Le) ?[^.;:,\n]{3,70},")
"""How a resolution names the organ that speaks, in a line of its own."""

RECITAL = re.compile(
    r"[*_]{0,3}(?i:whereas|recalling|recognizing|recognising|noting|reaffirming|considering|having|bearing|mindful|guided|convinced"
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
    r"[*_]{0,3}(?:(?:FOR|For) (?:the |THE )?[A-Z]|(?:Pour|POUR) (?:l|L)|(?:Por|POR) (?:el|la|los) "
    r"|(?:Für|FÜR) (?:das|die|den) |(?:За|ЗА) (?=[А-ЯЁ])|От имени "
    r"|عن (?:حكومة|جمهورية|مملكة|دولة|اتحاد|سلطنة|الأمم)|בשם |代表(?=.{2,30}$)"
    r"|\(?(?:Signed|SIGNED)\)?[:\s(]|\(Signed\)|\(s\.?\)|[\[(]?L\. ?S\.[\])]?|Witness(?:es|ed by)?:)"
)
"""How a line begins under which somebody signs."""

FOOTNOTE = re.compile(
    r"<sup>\s*\[?\d{1,2}\]?\s*</sup>|[¹²³⁴-⁹]{1,2} ?\S"
    r"|(?:<sup>)?\[?\^?\d{1,2}\]?(?:</sup>)? (?:See|Document|Cf|Ibid|Voir|См)\b|\[\^?\d{1,2}\]:? \S"
)
_PAGE = (
    r"[-–—] ?\d{1,4} ?[-–—]"
    r"|(?:[^\n]{0,60}[ \t])?(?i:page|seite|стр\.|страница|página) \d+ (?i:of|von|из|sur|de|/) ?\d+"
)
PAGE = re.compile(_PAGE)
"""The number of a page, at its foot or its head."""

DEBRIS = re.compile(
    r"<!--.*?-->|[-=_*—–]{10,}|[—–]{2,}|_{3,}|(?:\* ?){3,5}|\\#+|_"
    rf"|Ends\.?|\*{{4}}|{_PAGE}"
    r"|_?\s?\[[A-Z]{2,} ?:[^\]]*\]_?|\d{2}-\d{4,6}",
    re.DOTALL,
)
"""Rules, page numbers, end marks, file marks, comments of a converter."""

_FEWEST_LETTERS = 4


def is_loud(text: str) -> bool:
    """Tell whether a text is in capitals."""
    letters = "".join(filter(str.isalpha, text))
    upper = sum(map(str.isupper, letters))
    return len(letters) >= _FEWEST_LETTERS and upper >= len(letters) * 0.85
