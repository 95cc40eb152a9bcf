"""Give templates the words of the interface: gettext's functions, codes, and what stands between words."""

import jinja2

from glossator.model import Edition, Span
from glossator.pages.verbatim import verbatim
from glossator.words import Words, named


def speak(environment: jinja2.Environment, edition: Edition, words: Words) -> None:
    """Let the templates of an environment speak; ``say`` and ``quoted`` write the statement's words."""

    def say(span: Span) -> str:
        """Write words of the statement inside a line of our own."""
        shown = verbatim(" ".join(edition.statement.source.cut(span).split()))
        return f"<!-- say {span} -->{shown}<!-- /say -->"

    environment.add_extension("jinja2.ext.i18n")
    # The extension adds this function to the environment.
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        words.raw,
        words.raw_counted,
        newstyle=True,
        pgettext=lambda context, message: words.raw(message, context),
    )
    environment.globals.update(
        say=say,
        quoted=lambda span: words.quoted(say(span)),
        comma=words.comma,
        semicolon=words.semicolon,
        colon=words.colon,
        stop=words.stop,
    )
    environment.filters.update(named=lambda code: named(words, code), number=words.number)
