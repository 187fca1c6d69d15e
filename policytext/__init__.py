"""policytext: outline, read and check Chinese policy texts.

>>> import policytext
>>> document = policytext.parse("一、总体要求\\n（一）指导思想。坚持以人民为中心。")
>>> [(section.marker, section.title) for section in document.walk()]
[('一、', '总体要求'), ('（一）', '指导思想')]
"""

__version__ = "0.1.0"
