"""The programs that the table of results compares: policytext and its peers.

A program reads texts from a JSON file and processes three of them to warm up. Then, for each line on standard input, it
processes all texts and prints the CPU seconds that this took.
"""

from typing import NamedTuple

#: The end of a Python program, after the definition of `work(text)`.
PYTHON = """
import gc, json, sys, time
texts = json.load(open(sys.argv[1], encoding="utf-8"))
for text in texts[:3]:
    work(text)
print("ready", flush=True)
for _ in sys.stdin:
    start = time.process_time()
    for text in texts:
        work(text)
    print(time.process_time() - start, flush=True)
"""
NODE = """
const fs = require("fs");
const texts = JSON.parse(fs.readFileSync(process.argv[2], "utf-8"));
(async () => {
  for (const text of texts.slice(0, 3)) await work(text);
  console.log("ready");
  for await (const _ of require("readline").createInterface({ input: process.stdin })) {
    const start = process.cpuUsage();
    for (const text of texts) await work(text);
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


class Program(NamedTuple):
    """A row of the table.

    Args:
        name: its name in the table.
        task: the group of rows that it is compared in.
        code: the definition of `work`; empty for a program of neither Python nor Node.
        runner: "ours", "python" (with the peers installed), "node", or "wc".
        sample: the share of the texts it is measured on; slow programs get less.
    """

    name: str
    task: str
    code: str
    runner: str = "ours"
    sample: float = 1.0


def _ours(name: str, task: str, code: str) -> Program:
    return Program(f"policytext {name}", task, _OURS + code)


OURS = (
    _ours("outline (sections alone)", "outline", "def work(text): parse(Source(text=text))"),
    _ours("outline", "outline", "from policytext.classifier.passages import classify_passages, classify_sections\n"
          "def work(text):\n    d = parse(Source(text=text)); classify_sections(d.sections, classify_passages(PreparedDocument(d), book))"),
    _ours("domains", "domains", "from policytext.classifier.passages import classify_passages, classify_sections\n"
          "def work(text):\n    d = parse(Source(text=text)); p = classify_passages(PreparedDocument(d), book); classify_sections(d.sections, p)"),
    _ours("lint", "lint", "from policytext.linter.engine import find_findings\n"
          "def work(text): find_findings(PreparedDocument(parse(Source(text=text))), book)"),
    _ours("targets", "targets", "from policytext.classifier.passages import classify_passages\nfrom policytext.extractor import extract_targets\n"
          "def work(text):\n    p = PreparedDocument(parse(Source(text=text))); extract_targets(p, book, classify_passages(p, book))"),
    _ours("figures", "figures", "from policytext.extractor.quantities import find_quantities, load_cues\n"
          "from policytext.text.shadow import fold\nwords = load_cues(book)\n"
          "def work(text): list(find_quantities(fold(text), words))"),
    _ours("stats (counts)", "stats", "from policytext.statistics.counts import count_document\n"
          "def work(text): count_document(PreparedDocument(parse(Source(text=text))))"),
    _ours("words", "words", "from policytext.statistics.word_lists import collect_vocabulary\nfrom policytext.tokenizer import Tokenizer\n"
          "from policytext.text.shadow import fold\ncutter = Tokenizer(collect_vocabulary(book), rapid=True)\n"
          "def work(text): cutter.cut(fold(text))"),
    _ours("words (without rjieba)", "words", "from policytext.statistics.word_lists import collect_vocabulary\nfrom policytext.tokenizer import Tokenizer\n"
          "from policytext.text.shadow import fold\ncutter = Tokenizer(collect_vocabulary(book), rapid=False)\n"
          "def work(text): cutter.cut(fold(text))"),
    _ours("corpus run (all of them)", "corpus", "from policytext.corpus.analysis import analyse\n"
          "from policytext.corpus.job import Job\njob = Job()\ndef work(text): analyse(Source(text=text), job)"),
)  # fmt: skip
PEERS = (
    Program("wc -m", "stats", "", "wc"),
    Program(
        "autocorrect lint", "lint", 'import autocorrect_py\ndef work(text): autocorrect_py.lint_for(text, "text")', "python"
    ),
    Program("autocorrect format", "lint", "import autocorrect_py\ndef work(text): autocorrect_py.format(text)", "python"),
    Program("zhlint", "lint", 'const { run } = require("zhlint"); const work = (text) => run(text, { rules: { preset: "default" } });', "node", 0.2),
    Program(
        "textlint (no rule for Chinese)", "lint",
        'const { createLinter, loadTextlintrc } = require("textlint"); const { TextlintKernelDescriptor } = require("@textlint/kernel");'
        'const text_plugin = require("@textlint/textlint-plugin-text").default || require("@textlint/textlint-plugin-text");'
        'const linter = createLinter({ descriptor: new TextlintKernelDescriptor({ rules: [{ ruleId: "none", rule: (context) => ({ [context.Syntax.Str](node) { context.getSource(node); } }) }],'
        ' plugins: [{ pluginId: "text", plugin: text_plugin }], filterRules: [] }) }); const work = (text) => linter.lintText(text, "a.txt");',
        "node", 0.1,
    ),
    Program("JioNLP money", "figures", "import jionlp\ndef work(text): jionlp.ner.extract_money(text, with_parsing=True)", "python", 0.2),
    Program("JioNLP time", "targets", "import jionlp\ndef work(text): jionlp.ner.extract_time(text, time_base=1.7e9)", "python", 0.05),
    Program(
        "Recognizers-Text number", "figures",
        "from recognizers_number import recognize_number\nfrom recognizers_text import Culture\n"
        "def work(text): recognize_number(text, Culture.Chinese)", "python", 0.02,
    ),
    Program("jieba", "words", "import jieba\njieba.setLogLevel(60)\ndef work(text): jieba.lcut(text, HMM=False)", "python", 0.3),
    Program("rjieba", "words", "import rjieba\ndef work(text): rjieba.cut(text, False)", "python"),
)  # fmt: skip
