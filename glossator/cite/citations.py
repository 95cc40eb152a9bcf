"""All citations of a work or of a place in it, by style."""

from dataclasses import dataclass

from glossator.cite import formats, styles
from glossator.cite.work import Pinpoint, Work


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation in one style; ``code`` names the language of a data format, empty for prose."""

    id: str
    style: str
    text: str
    code: str = ""


def citations(work: Work, at: Pinpoint | None = None) -> tuple[Citation, ...]:
    """Return the citations of the statement, or of the clause ``at``, in all styles."""
    return (
        Citation("chicago", "Chicago (note)", styles.chicago(work, at)),
        Citation("apa", "APA", styles.apa(work, at)),
        Citation("mla", "MLA", styles.mla(work, at)),
        Citation("oscola", "OSCOLA", styles.oscola(work, at)),
        Citation("bluebook", "Bluebook", styles.bluebook(work, at)),
        Citation("gbt7714", "GB/T 7714", styles.gbt7714(work, at)),
        Citation("bibtex", "BibTeX", formats.bibtex(work, at), "bibtex"),
        Citation("ris", "RIS", formats.ris(work, at), "ris"),
        Citation("csl-json", "CSL-JSON", formats.csl_json(work, at), "json"),
    )
