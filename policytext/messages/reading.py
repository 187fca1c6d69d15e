"""What is said of files that are no plain text: those that are read, and those that can't be."""

READING: dict[str, tuple[str, str]] = {
    "help-text": (
        "显示读到的文本，即其他命令所用的文本；--map 连同各行在原文件中的位置。\n例：policytext text 规划.docx --map",
        "Print the text that was read, which all other commands work on; --map with the places it comes from.\n"
        "Example: policytext text plan.docx --map",
    ),
    "help-map": (
        "列出每行的起始位置和它在原文件中的段落、元素或页",
        "each line's offset, and its paragraph, element or page",
    ),
    "help-raw": ("网页：连同导航等一并保留", "web pages: keep what is not the main text, too"),
    "help-text-column": (
        "表格（.csv .tsv .jsonl）：正文所在的列，每行一个文件",
        "tables (.csv .tsv .jsonl): the column that holds a text, one document a row",
    ),
    "help-max-size": (
        "文件和其中压缩内容的大小上限，单位 MB，默认 300",
        "the largest file, and the largest part packed in one, in MB; 300 without it",
    ),
    "too-big": (
        "超过 {megabytes} MB（用 --max-size 提高上限，或拆分）",
        "larger than {megabytes} MB (raise --max-size, or split it)",
    ),
    "no-column": (
        "没有“{name}”这一列（有 {known}）",
        "no column {name} (there are {known})",
    ),
    "bad-row": (
        "这一行的“{name}”读不出文字（请检查引号和格式）",
        "no text in {name} of this row (check its quotes and its form)",
    ),
    "done-text": (
        "共 {files} 个文件，{parts} 行，{failed} 个失败",
        "read {files} file{s}, {parts} line{parts_s}: {failed} failed",
    ),
    "nothing-text": ("没有文字", "no words in it"),
    "damaged-docx": (
        "Word 文档已损坏（用 Word 或 LibreOffice 打开后另存）",
        "a damaged Word document (open it in Word or LibreOffice and save it again)",
    ),
    "locked-docx": ("Word 文档有密码（请先去掉密码）", "a Word document with a password (remove it first)"),
    "bomb": (
        "压缩内容大得不正常，没有读取（{name}）",
        "its packed content {name} is out of all proportion, so it was not read",
    ),
    "no-text": (
        "没有文字（网页的正文可能由脚本生成，请另存为完整网页）",
        "no text in it (a page filled in by scripts? save it complete)",
    ),
    "needs-reader": (
        "读这种文件需要 {name}（pip install 'policytext[{extra}]'）",
        "files of this kind need {name} (pip install 'policytext[{extra}]')",
    ),
    "no-text-pdf": (
        "是扫描的 PDF，没有文字（先识别文字，如 ocrmypdf -l chi_sim+chi_tra）",
        "a scanned PDF without text (recognise it first, for example with ocrmypdf -l chi_sim+chi_tra)",
    ),
    "locked-pdf": (
        "PDF 有密码（先去掉密码，如 qpdf --decrypt）",
        "a PDF with a password (remove it first, for example with qpdf --decrypt)",
    ),
    "damaged-pdf": ("PDF 已损坏（重新导出或下载）", "a damaged PDF (export or download it again)"),
    "too-long-pdf": (
        "PDF 太长，超过 {pages} 页（请拆开）",
        "a PDF of more than {pages} pages or too much text (split it)",
    ),
    "dropped": (
        "略去 {count} 行导航、页脚等（--raw 保留）",
        "left out {count} lines of navigation, footers and the like (--raw keeps them)",
    ),
    "too-deep": ("嵌套太深，没有读取", "nested too deeply, so it was not read"),
    "kind-xlsx": ("是 Excel 表格（请另存为文本）", "an Excel workbook (save it as text)"),
    "kind-pptx": ("是 PowerPoint 文稿（请另存为文本）", "a PowerPoint presentation (save it as text)"),
    "kind-odt": (
        "是 OpenDocument 文档（请另存为纯文本 .txt）",
        "an OpenDocument file (save it as plain text)",
    ),
    "kind-ofd": ("是 OFD 版式文件（请用阅读器导出文本）", "an OFD document (export its text with a reader)"),
    "kind-zip": ("是 zip 压缩包（请先解压）", "a zip archive (unpack it first)"),
    "kind-pdf": ("是 PDF，这里要纯文本", "a PDF, and plain text is wanted here"),
    "kind-old-office": (
        "是旧版 Word/WPS 文档 .doc/.wps（装了 LibreOffice 就能直接读；或另存为 .docx）",
        "an old Word or WPS document, .doc/.wps (with LibreOffice installed it can be read; or save it as .docx)",
    ),
    "kind-rtf": (
        "是 RTF 文档（装了 LibreOffice 就能直接读；或另存为 .docx）",
        "an RTF document (with LibreOffice installed it can be read; or save it as .docx)",
    ),
    "conversion-slow": (
        "LibreOffice 转换超过 {seconds} 秒（请自行另存为 .docx）",
        "LibreOffice took longer than {seconds} seconds to convert it (save it as .docx yourself)",
    ),
    "conversion-failed": (
        "LibreOffice 转换不了（请自行另存为 .docx）",
        "LibreOffice can't convert it (save it as .docx yourself)",
    ),
    "kind-compressed": ("是压缩文件（请先解压）", "a compressed file (unpack it first)"),
    "kind-picture": ("是图片（请先做文字识别）", "a picture (recognise its text first)"),
    "kind-program": ("是程序文件，不是文本（请检查名称）", "a program, not text (check the name)"),
    "kind-database": ("是数据库文件，不是文本（请导出为文本）", "a database, not text (export it as text)"),
    "kind-docx": (
        "是 Word 文档，这里要纯文本（请另存为 .txt）",
        "a Word document, and plain text is wanted here (save it as .txt)",
    ),
}
