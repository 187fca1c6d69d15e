"""Who takes part in the table: what each is called, with whom it competes, and the program that does its work.

A program reads the texts whose path it is given, warms up on them, then does them all for every line on standard input
and answers with the seconds of processor time that it took.
"""

from typing import NamedTuple

#: Python: `one(text)` is defined above it.
PYTHON = """
import gc, json, sys, time
texts = json.load(open(sys.argv[1], encoding="utf-8"))
for text in texts[:3]:
    one(text)
print("ready", flush=True)
for _ in sys.stdin:
    start = time.process_time()
    for text in texts:
        one(text)
    print(time.process_time() - start, flush=True)
"""
NODE = """
const fs = require("fs");
const texts = JSON.parse(fs.readFileSync(process.argv[2], "utf-8"));
(async () => {
  for (const text of texts.slice(0, 3)) await one(text);
  console.log("ready");
  for await (const _ of require("readline").createInterface({ input: process.stdin })) {
    const start = process.cpuUsage();
    for (const text of texts) await one(text);
    const used = process.cpuUsage(start);
    console.log((used.user + used.system) / 1e6);
  }
})();
"""
_OURS = """
from policytext.model.document import Source
from policytext.outliner import parse
from policytext.text.prepared import PreparedDocument
from policytext.rulebook.packs import load_rules
book, _ = load_rules()
gc_ = __import__("gc"); gc_.set_threshold(500_000, 50, 50)
"""


class Contestant(NamedTuple):
    """One row of the table.

    Args:
        name: what it is called.
        task: whom it competes with.
        program: `one`, or nothing where it is no program of Python or Node.
        runner: "ours", "python" (of the peers), "node", or "wc".
        sample: of how many of the bytes it is measured, since some take minutes.
    """

    name: str
    task: str
    program: str
    runner: str = "ours"
    sample: float = 1.0


def _ours(name: str, task: str, program: str) -> Contestant:
    return Contestant(f"policytext {name}", task, _OURS + program)


OURS = (
    _ours("outline (sections alone)", "outline", "def one(text): parse(Source(text=text))"),
    _ours("outline", "outline", "from policytext.classifier.passages import classify_passages, classify_sections\n"
          "def one(text):\n    d = parse(Source(text=text)); classify_sections(d.sections, classify_passages(PreparedDocument(d), book))"),
    _ours("domains", "domains", "from policytext.classifier.passages import classify_passages, classify_sections\n"
          "def one(text):\n    d = parse(Source(text=text)); p = classify_passages(PreparedDocument(d), book); classify_sections(d.sections, p)"),
    _ours("lint", "lint", "from policytext.linter.engine import find_findings\n"
          "def one(text): find_findings(PreparedDocument(parse(Source(text=text))), book)"),
    _ours("targets", "targets", "from policytext.classifier.passages import classify_passages\nfrom policytext.extractor import extract_targets\n"
          "def one(text):\n    p = PreparedDocument(parse(Source(text=text))); extract_targets(p, book, classify_passages(p, book))"),
    _ours("figures", "figures", "from policytext.extractor.quantities import find_quantities, load_cues\n"
          "from policytext.text.shadow import fold\nwords = load_cues(book)\n"
          "def one(text): list(find_quantities(fold(text), words))"),
    _ours("stats (counts)", "stats", "from policytext.statistics.counts import count_document\n"
          "def one(text): count_document(PreparedDocument(parse(Source(text=text))))"),
    _ours("words", "words", "from policytext.statistics.word_lists import vocabulary\nfrom policytext.tokenizer import Tokenizer\n"
          "from policytext.text.shadow import fold\ncutter = Tokenizer(vocabulary(book), rapid=True)\n"
          "def one(text): cutter.cut(fold(text))"),
    _ours("words (without rjieba)", "words", "from policytext.statistics.word_lists import vocabulary\nfrom policytext.tokenizer import Tokenizer\n"
          "from policytext.text.shadow import fold\ncutter = Tokenizer(vocabulary(book), rapid=False)\n"
          "def one(text): cutter.cut(fold(text))"),
    _ours("corpus run (all of them)", "corpus", "from policytext.corpus.analysis import analyse\n"
          "from policytext.corpus.job import Job\njob = Job()\ndef one(text): analyse(Source(text=text), job)"),
)  # fmt: skip
PEERS = (
    Contestant("wc -m", "stats", "", "wc"),
    Contestant(
        "autocorrect lint", "lint", 'import autocorrect_py\ndef one(text): autocorrect_py.lint_for(text, "text")', "python"
    ),
    Contestant("autocorrect format", "lint", "import autocorrect_py\ndef one(text): autocorrect_py.format(text)", "python"),
    Contestant("zhlint", "lint", 'const { run } = require("zhlint"); const one = (text) => run(text, { rules: { preset: "default" } });', "node", 0.2),
    Contestant(
        "textlint (no rule for Chinese)", "lint",
        'const { createLinter, loadTextlintrc } = require("textlint"); const { TextlintKernelDescriptor } = require("@textlint/kernel");'
        'const text_plugin = require("@textlint/textlint-plugin-text").default || require("@textlint/textlint-plugin-text");'
        'const linter = createLinter({ descriptor: new TextlintKernelDescriptor({ rules: [{ ruleId: "none", rule: (context) => ({ [context.Syntax.Str](node) { context.getSource(node); } }) }],'
        ' plugins: [{ pluginId: "text", plugin: text_plugin }], filterRules: [] }) }); const one = (text) => linter.lintText(text, "a.txt");',
        "node", 0.1,
    ),
    Contestant("JioNLP money", "figures", "import jionlp\ndef one(text): jionlp.ner.extract_money(text, with_parsing=True)", "python", 0.2),
    Contestant("JioNLP time", "targets", "import jionlp\ndef one(text): jionlp.ner.extract_time(text, time_base=1.7e9)", "python", 0.05),
    Contestant(
        "Recognizers-Text number", "figures",
        "from recognizers_number import recognize_number\nfrom recognizers_text import Culture\n"
        "def one(text): recognize_number(text, Culture.Chinese)", "python", 0.02,
    ),
    Contestant("jieba", "words", "import jieba\njieba.setLogLevel(60)\ndef one(text): jieba.lcut(text, HMM=False)", "python", 0.3),
    Contestant("rjieba", "words", "import rjieba\ndef one(text): rjieba.cut(text, False)", "python"),
)  # fmt: skip
