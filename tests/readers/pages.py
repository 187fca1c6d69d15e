"""Pages in the shape of government sites; the sites, documents and people are invented."""

from typing import NamedTuple

AIM = "为进一步完善社区服务设施，方便居民就近办事，现就有关工作提出如下意见，请结合实际认真贯彻落实，并定期公布办理情况。"
WORK = "各区人民政府应当统筹规划社区服务用房，优先保障养老、托育等设施，新建住宅区的配套用房与住宅同步交付使用，不得改作他用。"


class Page(NamedTuple):
    """A page, the lines of its text, and the fields that it states: title, date, issuer, source, document number."""

    markup: str
    lines: list[str]
    stated: tuple[str | None, str | None, str | None, str | None, str | None]


def _wrap(head: str, body: str) -> str:
    return f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


_NAV = '<div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/a">要闻</a></li></ul></div>'
_FOOTER = '<div class="footer"><p>主办单位：某某人民政府办公室</p><p>网站标识码：1234560001</p><p>版权所有</p></div>'

STATE_COUNCIL = Page(
    _wrap(
        "<title>某部关于加强社区服务的意见_其他_中国政府网</title>",
        f"""{_NAV}<div class="BreadcrumbNav">首页 &gt; 政策 &gt; 正文</div>
        <table class="bd1"><tr><td><b>标　　题：</b></td><td>某部关于加强社区服务的意见</td><td><b>发文机关：</b></td><td>某部</td></tr>
        <tr><td><b>发文字号：</b></td><td>某部发〔2026〕12号</td><td><b>来　　源：</b></td><td>某部网站</td></tr>
        <tr><td><b>主题分类：</b></td><td>民政、社区\\服务</td><td><b>公文种类：</b></td><td>意见</td></tr>
        <tr><td><b>成文日期：</b></td><td>2026年03月02日</td><td></td><td></td></tr></table>
        <div class="pages_content" id="UCAP-CONTENT"><p>某部关于加强社区服务的意见</p><p>某部发〔2026〕12号</p>
        <p>各省、自治区、直辖市有关部门：</p><p>{AIM}</p><p><strong>一、总体要求</strong></p><p>{WORK}</p></div>
        <div class="share">分享到：</div><div class="related">相关稿件</div>{_FOOTER}""",
    ),
    ["某部关于加强社区服务的意见", "某部发〔2026〕12号", "各省、自治区、直辖市有关部门：", AIM, "一、总体要求", WORK],
    ("某部关于加强社区服务的意见", "2026-03-02", "某部", "某部网站", "某部发〔2026〕12号"),
)  # fmt: skip

PROVINCE = Page(
    _wrap(
        '<title>江口省社区服务办法_政策文件_江口省人民政府门户网站</title><meta name="ArticleTitle" content="江口省社区服务办法">'
        '<meta name="PubDate" content="2026-04-08 10:20"><meta name="ContentSource" content="江口省人民政府办公厅">',
        f"""<div id="top"><a href="/">首页</a> <a href="/b">机构职能</a></div>
        <div class="article"><h1>江口省社区服务办法</h1>
        <div class="info"><span>发布时间：2026-04-08 10:20</span> <span>来源：江口省人民政府办公厅</span> <span>字号：[ 大 中 小 ]</span></div>
        <div class="view TRS_UEDITOR trs_paper_default"><p>第一条　{AIM}</p><p>第二条　{WORK}</p></div>
        <div class="xgwd">相关文档</div><ul><li><a href="c.html">一图读懂江口省社区服务办法</a></li></ul></div>{_FOOTER}""",
    ),
    ["江口省社区服务办法", f"第一条\u3000{AIM}", f"第二条\u3000{WORK}"],
    ("江口省社区服务办法", "2026-04-08", None, "江口省人民政府办公厅", None),
)  # fmt: skip

COUNTY = Page(
    _wrap(
        "<title>青溪县人民政府关于社区服务的通知-青溪县人民政府门户网站</title>",
        f"""<div class="wrap"><p>当前位置：<a href="/">首页</a> &gt; <a href="/z">政务公开</a> &gt; 正文</p>
        <h2>青溪县人民政府关于社区服务的通知</h2>
        <p>发布日期：2026-05-06　来源：县政府办公室　浏览次数：<span id="hits">123</span>次　【字体：<a>大</a> <a>中</a> <a>小</a>】</p>
        <div id="zoom"><p>各乡镇人民政府：</p><p>{AIM}</p><p>{WORK}</p><p style="text-align:right">青溪县人民政府</p><p>2026年5月6日</p>
        <p>附件：1.<a href="a.docx">社区服务清单.docx</a></p></div>
        <p>【<a>打印本页</a>】 【<a>关闭窗口</a>】</p><p>分享到：<a>微信</a> <a>微博</a></p>
        <p>上一篇：<a href="1.html">关于防汛的通知</a></p><p>下一篇：<a href="2.html">关于春耕的通知</a></p>
        <p>扫一扫在手机打开当前页</p><h4>附件下载</h4><ul><li><a href="a.docx">社区服务清单.docx</a></li></ul></div>{_FOOTER}""",
    ),
    ["青溪县人民政府关于社区服务的通知", "各乡镇人民政府：", AIM, WORK, "青溪县人民政府", "2026年5月6日", "附件：1.社区服务清单.docx"],
    ("青溪县人民政府关于社区服务的通知", "2026-05-06", None, "县政府办公室", None),
)  # fmt: skip

#: A page without any name of a content system: only the lines tell.
PLAIN_COUNTY = Page(COUNTY.markup.replace('<div id="zoom">', "<div>"), COUNTY.lines, COUNTY.stated)

DISCLOSURE = Page(
    _wrap(
        "<title>关于印发社区服务方案的通知</title>",
        f"""{_NAV}<ul class="box"><li><label>索引号：</label><p>0123456/2026-00007</p></li><li><label>发布机构：</label><p>江口市民政局</p></li>
        <li><label>发文字号：</label><p>江民发〔2026〕7号</p></li><li><label>成文日期：</label><p>2026-02-03</p></li>
        <li><label>有效性：</label><p>有效</p></li></ul>
        <form id="aspnetForm"><div class="xxgk_content"><h1>江口市民政局<br>关于印发社区服务方案的通知</h1><p>{AIM}</p>
        <table><tr><th>指标</th><th colspan="2">目标</th></tr><tr><td rowspan="2">床位</td><td>2026年</td><td>1200张</td></tr>
        <tr><td>2030年</td><td>2600张</td></tr></table><p>{WORK}</p></div></form>{_FOOTER}""",
    ),
    ["江口市民政局", "关于印发社区服务方案的通知", AIM, "指标 | 目标", "床位 | 2026年 | 1200张", "2030年 | 2600张", WORK],
    ("关于印发社区服务方案的通知", "2026-02-03", "江口市民政局", None, "江民发〔2026〕7号"),
)  # fmt: skip

HONG_KONG = Page(
    _wrap(
        "<title>社區服務計劃推行安排</title>",
        f"""<a href="#main">跳到主要內容</a><div class="nav">主頁 新聞公報</div><div id="breadcrumb">主頁 &gt; 新聞公報</div>
        <main id="main"><div id="pressrelease"><p>社區服務計劃推行安排</p><p>政府今日公布社區服務計劃的推行安排，<br>各區將設立長者服務站。</p>
        <p>{WORK}</p><p>完</p><p>2026年6月1日（星期一）</p></div><p>返回頁首</p></main><footer>私隱政策 | 重要告示</footer>""",
    ),
    ["社區服務計劃推行安排", "政府今日公布社區服務計劃的推行安排，", "各區將設立長者服務站。", WORK, "完", "2026年6月1日（星期一）"],
    ("社區服務計劃推行安排", None, None, None, None),
)  # fmt: skip

TAIWAN = Page(
    _wrap(
        "<title>社區服務實施要點-某某縣政府</title>",
        f"""<a href="#C">跳到主要內容區塊</a><a accesskey="U" href="#U">:::</a><ul class="menu"><li><a href="/">回首頁</a></li></ul>
        <a accesskey="C" href="#C">:::</a><p>現在位置：首頁 &gt; 法令規章</p>
        <article><h2>社區服務實施要點</h2><p>一、{AIM}</p><p>二、{WORK}</p></article>
        <p>發布日期：2026-01-15</p><p>點閱數：88</p><p>回上一頁</p><a accesskey="Z">:::</a><footer>某某縣政府 版權所有</footer>""",
    ),
    ["社區服務實施要點", f"一、{AIM}", f"二、{WORK}"],
    ("社區服務實施要點", None, None, None, None),
)  # fmt: skip

LAYOUT_TABLE = Page(
    _wrap(
        "<title>社区服务工作规则</title>",
        f"""<table width="980"><tr><td class="left_menu"><a>首页</a><br><a>公开目录</a></td><td><table><tr><td align="center">社区服务工作规则</td></tr>
        <tr><td>发布时间：2026-03-03　点击数：55</td></tr><tr><td class="article-content"><p>第一条　{AIM}</p><p>第二条　{WORK}</p><p>第三条　{AIM}</p>
        <table><tr><td>事项</td><td>时限</td></tr><tr><td>登记</td><td>3日</td></tr></table></td></tr></table></td></tr></table>""",
    ),
    ["社区服务工作规则", f"第一条\u3000{AIM}", f"第二条\u3000{WORK}", f"第三条\u3000{AIM}", "事项 | 时限", "登记 | 3日"],
    ("社区服务工作规则", "2026-03-03", None, None, None),
)  # fmt: skip

WORD_EXPORT = Page(
    _wrap(
        '<title>耕地保护情况通报</title><meta property="og:title" content="耕地保护情况通报">',
        f"""<div id="vsb_content"><p class="MsoNormal">
        <span>耕地保护情况通报</span></p><p class="MsoNormal"><span>全市新增耕地
        10<sup>4</sup>亩，增产10<span style="vertical-align:super">4</span>吨，细颗粒物30μg/m<sup>3</sup>，
        覆盖120<sup>2</sup>家，二氧化碳CO<sub>2</sub>排放下降<sup>[3]</sup>。</span></p><p>{AIM}</p></div>""",
    ),
    ["耕地保护情况通报", "全市新增耕地10⁴亩，增产10⁴吨，细颗粒物30μg/m³，覆盖120²家，二氧化碳CO2排放下降[3]。", AIM],
    ("耕地保护情况通报", None, None, None, None),
)  # fmt: skip

#: The words of boxes and buttons inside a text are text.
MINUTES = Page(
    _wrap(
        "<title>社区服务工作会议纪要</title>",
        f"""<div class="TRS_Editor"><p>社区服务工作会议纪要</p><p>时间：2026年5月6日</p><p>主题：社区服务</p><p>{AIM}</p>
        <p>来源：各区报送</p><table><tr><td>设备</td><td>打印</td></tr><tr><td>无</td><td>大</td></tr></table><p>{WORK}</p></div>""",
    ),
    ["社区服务工作会议纪要", "时间：2026年5月6日", "主题：社区服务", AIM, "来源：各区报送", "设备 | 打印", "无 | 大", WORK],
    ("社区服务工作会议纪要", None, None, None, None),
)  # fmt: skip

PAGES = {
    "a State Council page with its box": STATE_COUNCIL,
    "a provincial page with meta elements": PROVINCE,
    "a county page": COUNTY,
    "a county page without names": PLAIN_COUNTY,
    "a disclosure page inside a form": DISCLOSURE,
    "a Hong Kong press release": HONG_KONG,
    "a Taiwan page with access keys": TAIWAN,
    "a page laid out by tables": LAYOUT_TABLE,
    "a page exported by Word": WORD_EXPORT,
    "minutes whose text looks like a box": MINUTES,
}
