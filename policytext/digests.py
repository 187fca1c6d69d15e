"""Hash functions without OpenSSL, which ``import hashlib`` loads in some milliseconds of every start.

CPython has the functions in modules of its own; an interpreter without those modules gets them from `hashlib`.

>>> blake2b(b"", digest_size=4).hexdigest(), sha256(b"").hexdigest()[:8]
('1271cf25', 'e3b0c442')
"""

from typing import Any


def blake2b(data: bytes = b"", *, digest_size: int) -> Any:
    """Return a BLAKE2b hash object of `data`.

    Args:
        data: the first bytes.
        digest_size: the digest's length in bytes.
    """
    try:
        from _blake2 import blake2b as new
    except ImportError:
        from hashlib import blake2b as new
    return new(data, digest_size=digest_size)


def sha256(data: bytes = b"") -> Any:
    """Return a SHA-256 hash object of `data`."""
    try:
        from _sha2 import sha256 as new  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        try:
            from _sha256 import sha256 as new  # type: ignore[import-not-found,unused-ignore]
        except ImportError:
            from hashlib import sha256 as new
    return new(data)
