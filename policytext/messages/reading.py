"""Inputs that cannot be read."""

READING: dict[str, tuple[str, str]] = {
    # any file
    "missing": ("没有这个文件（请检查文件名）", "no such file (check the name)"),
    "missing-quoted": (
        "没有这个文件，git 把文件名 {name} 转义了（用 git ls-files -z 和 --files-from - -0）",
        "no such file; git has escaped the name {name} (use git ls-files -z with --files-from - -0)",
    ),
    "name-not-text": (
        "是文件名，不是文本（请用 policytext.read({name})）",
        "the name of a file, not its text (pass policytext.read({name}))",
    ),
    "forbidden": ("没有读取权限（请检查文件权限）", "no permission to read it (check its permissions)"),
    "folder": ("是文件夹，不是文件（请检查名称）", "is a folder, not a file (check the name)"),
    "device": (
        "是设备，不是文件（请指定文件，或用 - 读取标准输入）",
        "is a device, not a file (name a file, or - for standard input)",
    ),
    "unreadable": ("无法读取：{reason}（请检查文件）", "cannot be read: {reason} (check the file)"),
    "too-large": (
        "文件超出可用内存（请拆分后再读取）",
        "too large for the available memory (split it)",
    ),
    "too-big": (
        "超过 {megabytes} MB（用 --max-size 提高上限，或拆分文件）",
        "larger than {megabytes} MB (raise --max-size, or split it)",
    ),
    "no-stdin": ("标准输入已关闭（请指定文件）", "standard input is closed (name a file)"),
    "no-texts": (
        "文件夹中没有可读取的文件（只读取 {suffixes}，其他文件请直接写出文件名）",
        "no texts in this folder (only {suffixes} are read; name other files one by one)",
    ),
    # text
    "undecodable-text": (
        "不是有效的 {encoding} 文本（用 --encoding 指定编码，如 gb18030、big5）",
        "not valid {encoding} text (name the encoding with --encoding, for example gb18030 or big5)",
    ),
    "undecodable": (
        "第 {byte:,} 个字节不是有效的 {encoding} 文本（用 --encoding 指定编码，如 gb18030、big5；或用 --errors replace 替换后读取）",
        "byte {byte:,} is not valid {encoding} text (name the encoding with --encoding, for example gb18030 or big5;"
        " or read it with --errors replace)",
    ),
    "no-such-errors": ("errors 不能是“{name}”（可用 {known}）", "errors cannot be {name} (use {known})"),
    "replaced": (
        "有 {count} 处字节无效，已用 U+FFFD 代替",
        "{count:invalid byte sequence|invalid byte sequences} read as U+FFFD",
    ),
    "unknown-encoding": (
        "无法识别编码，不是 UTF-8、UTF-16、GB18030 或 Big5（用 --encoding 指定）",
        "the encoding is none of UTF-8, UTF-16, GB18030 and Big5 (name it with --encoding)",
    ),
    "binary": ("是二进制文件，不是文本（请另存为纯文本）", "a binary file, not text (save it as plain text)"),
    # tables, web pages, Word and PDF
    "no-column": (
        "没有“{name}”这一列（有 {known}）",
        "no column {name} (there are {known})",
    ),
    "needs-column": (
        "是 Excel 表格，需用 --text-column 指定正文所在的列（有 {known}）",
        "an Excel workbook; --text-column names the column of its texts (there are {known})",
    ),
    "table-as-text": (
        "是表格，已按纯文本读取（如每行是一份文件，用 --text-column 指定正文所在的列：{known}）",
        "a table, read as plain text (if each row is a document, --text-column names the column of its text: {known})",
    ),
    "damaged-xlsx": (
        "Excel 表格已损坏（用 Excel 或 LibreOffice 打开后另存）",
        "a damaged Excel workbook (open it in Excel or LibreOffice and save it again)",
    ),
    "bad-row": (
        "无法读取这一行的“{name}”（请检查引号和格式）",
        "{name} of this row cannot be read (check its quotes and format)",
    ),
    "no-text": (
        "没有文字（网页正文可能由脚本生成，请另存为完整网页）",
        "no text in it (if scripts fill in the page, save the complete page)",
    ),
    "needs-reader": (
        "读取这种文件需要 {name}（在源代码目录中运行 pip install '.[{extra}]'）",
        "files of this kind need {name} (in a checkout of policytext: pip install '.[{extra}]')",
    ),
    "damaged-docx": (
        "Word 文档已损坏（用 Word 或 LibreOffice 打开后另存）",
        "a damaged Word document (open it in Word or LibreOffice and save it again)",
    ),
    "no-text-docx": (
        "Word 文档中没有文字（请核对文件，正文可能在其他文件中）",
        "a Word document without text (check whether its text is in another file)",
    ),
    "pictures-only-docx": (
        "Word 文档中没有文字，只有 {count} 幅图片（请先识别图片中的文字）",
        "a Word document without text, with {count:picture|pictures} only (recognise the text in them first)",
    ),
    "truncated-docx": (
        "Word 文档不完整，可能没有下载或复制完（请重新获取）",
        "an incomplete Word document, perhaps cut off while downloading or copying (get it again)",
    ),
    "locked-office": (
        "Office 文件设有密码（请先取消密码）",
        "an Office file with a password (remove the password first)",
    ),
    "empty-with-suffix": (
        "是空文件，没有 {suffix} 的内容（请重新获取）",
        "an empty file, not a {suffix} document (get it again)",
    ),
    "text-with-suffix": (
        "扩展名是 {suffix}，内容却是纯文本（请把扩展名改为 .txt，或重新获取）",
        "named {suffix}, but plain text (rename it to .txt, or get it again)",
    ),
    "page-with-suffix": (
        "扩展名是 {suffix}，内容却是网页，可能下载有误（请重新下载，或把扩展名改为 .html）",
        "named {suffix}, but a web page, perhaps of a failed download (get it again, or rename it to .html)",
    ),
    "locked-docx": (
        "Word 文档设有密码（请先取消密码）",
        "a Word document with a password (remove the password first)",
    ),
    "bomb": (
        "{name} 解压后的大小异常，未读取（请核实文件来源）",
        "{name} unpacks to an abnormal size, so it was not read (check where the file comes from)",
    ),
    "no-text-pdf": (
        "是扫描的 PDF，没有文字（请先识别文字，如 ocrmypdf -l chi_sim+chi_tra）",
        "a scanned PDF without text (recognise its text first, for example with ocrmypdf -l chi_sim+chi_tra)",
    ),
    "crowded-pdf": (
        "PDF 第 {page} 页有 {texts} 处以上分散的文字，不像文稿（请核对文件，或另存为文本后再处理）",
        "a PDF whose page {page} is like that of no document: its pieces of text are more than {texts} (check the file, or save it as text)",
    ),
    "locked-pdf": (
        "PDF 设有密码（请先取消密码，如 qpdf --decrypt）",
        "a PDF with a password (remove the password first, for example with qpdf --decrypt)",
    ),
    "damaged-pdf": ("PDF 已损坏（请重新导出或下载）", "a damaged PDF (export or download it again)"),
    "no-characters-pdf": (
        "PDF 的字体没有标明文字编码，读出的是乱码（请重新导出，或识别文字，如 ocrmypdf --force-ocr -l chi_sim+chi_tra）",
        "a PDF whose fonts do not say which characters they draw (export it again, or recognise its text, "
        "for example with ocrmypdf --force-ocr -l chi_sim+chi_tra)",
    ),
    "too-long-pdf": (
        "PDF 超过 {pages} 页或文字过多（请拆分）",
        "a PDF of more than {pages} pages or with too much text (split it)",
    ),
    "too-deep": (
        "嵌套过深，未读取（请简化后另存）",
        "nested too deeply, so it was not read (simplify it and save it again)",
    ),
    # kinds that are not read
    "kind-xlsx": ("是 Excel 表格（请另存为文本）", "an Excel workbook (save it as text)"),
    "kind-pptx": ("是 PowerPoint 文稿（请另存为文本）", "a PowerPoint presentation (save it as text)"),
    "kind-odt": (
        "是 OpenDocument 文档（请另存为纯文本 .txt）",
        "an OpenDocument file (save it as plain text)",
    ),
    "kind-ofd": (
        "是 OFD 版式文件（请用阅读器导出文本）",
        "an OFD document (export its text from a viewer)",
    ),
    "kind-zip": ("是 zip 压缩包（请先解压）", "a zip archive (unpack it first)"),
    "kind-pdf": ("是 PDF，此处需要纯文本", "a PDF, but plain text is needed here"),
    "kind-old-office": (
        "是旧版 Word/WPS 文档 .doc/.wps（安装 LibreOffice 后可直接读取，或另存为 .docx）",
        "an old Word or WPS document, .doc/.wps (install LibreOffice to read it, or save it as .docx)",
    ),
    "kind-rtf": (
        "是 RTF 文档（安装 LibreOffice 后可直接读取，或另存为 .docx）",
        "an RTF document (install LibreOffice to read it, or save it as .docx)",
    ),
    "conversion-slow": (
        "LibreOffice 转换超过 {seconds} 秒（请自行另存为 .docx）",
        "LibreOffice took longer than {seconds} s to convert it (save it as .docx yourself)",
    ),
    "conversion-failed": (
        "LibreOffice 无法转换（请自行另存为 .docx）",
        "LibreOffice cannot convert it (save it as .docx yourself)",
    ),
    "kind-compressed": ("是压缩文件（请先解压）", "a compressed file (unpack it first)"),
    "kind-picture": ("是图片（请先识别文字）", "a picture (recognise its text first)"),
    "kind-program": ("是程序文件，不是文本（请检查名称）", "a program, not text (check the name)"),
    "kind-database": ("是数据库文件，不是文本（请导出为文本）", "a database, not text (export it as text)"),
    "kind-docx": (
        "是 Word 文档，此处需要纯文本（请另存为 .txt）",
        "a Word document, but plain text is needed here (save it as .txt)",
    ),
}
