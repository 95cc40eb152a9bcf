"""Messages in one language: looked up by the English sentence, filled in, counted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Key = tuple[str, str]
"""The context of a message, empty for most, and the message itself in English."""


@dataclass(frozen=True, slots=True)
class Words:
    """The messages of a language; ``form`` tells which form of a counted one fits a number.

    ``plural`` is the same rule as an expression, which browsers understand as well; ``spoken`` are
    the messages that scripts speak.
    """

    language: str = "en"
    messages: Mapping[Key, tuple[str, ...]] = field(default_factory=dict)
    form: Callable[[int], int] = lambda number: int(number != 1)
    plural: str = "n != 1"
    spoken: tuple[Key, ...] = ()

    def raw(self, message: str, context: str = "") -> str:
        """Return a message with its places unfilled."""
        return self.messages.get((context, message), (message,))[0]

    def raw_counted(self, one: str, many: str, number: int) -> str:
        """Return the form of a counted message that fits the number, with its places unfilled."""
        forms = self.messages.get(("", one))
        if forms is None:
            return one if number == 1 else many
        return forms[min(self.form(number), len(forms) - 1)]

    def say(self, message: str, **values: object) -> str:
        """Return a message with its places filled."""
        return self.raw(message) % values

    def say_in(self, context: str, message: str) -> str:
        """Return a message that means something of its own in this context."""
        return self.raw(message, context) % {}

    def counted(self, one: str, many: str, number: int, **values: object) -> str:
        """Return a counted message with its places filled; the number itself is ``%(num)s``."""
        return self.raw_counted(one, many, number) % {"num": number, **values}

    @property
    def comma(self) -> str:
        """Return what parts the items of a list."""
        return self.say_in("between items of a list", ", ")

    @property
    def semicolon(self) -> str:
        """Return what parts the items of a list more strongly."""
        return self.say_in("between items of a list", "; ")

    @property
    def colon(self) -> str:
        """Return what stands after a word that announces others."""
        return self.say_in("after a word that announces others", ":")

    @property
    def stop(self) -> str:
        """Return what ends a sentence."""
        return self.say_in("at the end of a sentence", ".")

    def quoted(self, words: str) -> str:
        """Return words in quotation marks."""
        return self.say("“%(words)s”", words=words)

    def number(self, number: int) -> str:
        """Return a number with its thousands parted as the language does."""
        if self.language == "en":
            return f"{number:,}"
        from babel import UnknownLocaleError
        from babel.numbers import format_decimal

        try:
            return format_decimal(number, locale=self.language.replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            return str(number)

    def for_scripts(self) -> dict[str, tuple[str, ...]]:
        """Return the messages of scripts; a context stands before its message as gettext has it."""
        return {
            f"{context}\x04{message}" if context else message: self.messages[context, message]
            for context, message in self.spoken
            if (context, message) in self.messages
        }


ENGLISH = Words()


def later(message: str) -> str:
    """Mark a message that is said elsewhere, so that it is gathered."""
    return message


def later_in(context: str, message: str) -> Key:
    """Mark a message with its context that is said elsewhere, so that it is gathered."""
    return context, message
