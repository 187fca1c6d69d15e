"""What a person sees beside the data: how a text was read, and what the settings are."""

from policytext.cli.options import SETTINGS
from policytext.cli.settings import Settings
from policytext.messages import Lang, say
from policytext.model.document import Document


def describe_document(document: Document, lang: Lang) -> str:
    """Return a text's encoding, script, profile and size, for --verbose."""
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


def format_settings(settings: Settings) -> str:
    """Return every setting's value and where it came from, one a line."""
    from json import dumps

    lines = []
    for name in SETTINGS:
        value = settings.format if name == "format" else settings[name].value
        lines.append(f"{name} = {dumps(value, ensure_ascii=False)}  ({settings[name].origin})\n")
    return "".join(lines)
