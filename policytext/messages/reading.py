"""Inputs that cannot be read."""

READING: dict[str, tuple[str, str]] = {
    "missing": ("没有这个文件（请检查文件名）", "no such file (check the name)"),
    "undecodable": (
        "不是有效的 {encoding} 文本（用 --encoding 指定编码，如 gb18030、big5）",
        "not valid {encoding} text (name the encoding with --encoding, for example gb18030 or big5)",
    ),
    "missing-quoted": (
        "没有这个文件，git 把文件名 {name} 转义了（用 git ls-files -z 和 --files-from - -0）",
        "no such file; git has escaped the name {name} (use git ls-files -z with --files-from - -0)",
    ),
    "name-not-text": (
        "是文件名，不是文本（请用 policytext.read({name})）",
        "the name of a file, not its text (pass policytext.read({name}))",
    ),
    "forbidden": ("没有读取权限（请检查文件权限）", "no permission to read it (check its rights)"),
    "folder": ("是文件夹，不是文件（请检查名称）", "is a folder, not a file (check the name)"),
    "device": (
        "是设备，不是文件（请给出文件，或用 - 读标准输入）",
        "is a device, not a file (name a file, or - for standard input)",
    ),
    "unreadable": ("无法读取：{reason}（请检查文件）", "can't be read: {reason} (check the file)"),
    "too-large": ("内存装不下这个文件（请拆分后再读）", "too large for the memory at hand (split it)"),
    "no-stdin": ("标准输入已关闭（请给出文件）", "standard input is closed (name a file)"),
    "no-texts": (
        "文件夹里没有文本（只读 {suffixes}，其他文件请直接写出文件名）",
        "no texts in this folder (only {suffixes} are read; name other files themselves)",
    ),
    "binary": ("是二进制文件，不是文本（请另存为纯文本）", "a binary file, not text (save it as plain text)"),
    "unknown-encoding": (
        "认不出编码，不是 UTF-8、UTF-16、GB18030 或 Big5（用 --encoding 指定）",
        "the encoding is none of UTF-8, UTF-16, GB18030 and Big5 (name it with --encoding)",
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
