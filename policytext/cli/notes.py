"""What is said beside the data: what a text is, and what the settings are."""

from policytext.cli.settings import Settings
from policytext.messages import Lang, say
from policytext.model.document import Document


def describe_document(document: Document, lang: Lang) -> str:
    """A text's encoding, script, profile and size, for people who ask for more."""
    source = document.source
    return say(
        "verbose",
        lang,
        encoding=source.encoding + ("+BOM" if source.bom else ""),
        origin=say(f"encoding-{source.encoding_origin}", lang),
        script=say(f"script-{document.script}", lang),
        profile=say(f"profile-{document.profile}", lang),
        characters=len(source.text),
        lines=source.line_count,
    )


def settings_shown(settings: Settings, shown: str) -> str:
    """Every setting's value and where it came from, one a line."""
    from json import dumps

    lines = []
    for name, (value, _) in settings.items():
        written = dumps(shown if name == "format" else value, ensure_ascii=False)
        lines.append(f"{name} = {written}  ({settings[name].origin})\n")
    return "".join(lines)
