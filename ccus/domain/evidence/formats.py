"""ファイルの見分け: what a file is by its first bytes, and what to say about those that are not taken (EVID-01)."""

_HEIC = {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"}
_JPEG = "JPEG形式の写真にして、もう一度選んでください。"


def why_not(data: bytes) -> str:
    """The sentence about a file that is no JPEG, PNG or WebP."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"%PDF" in data[:1024]:
        return f"PDFは受け取れません。書類をスマートフォンで写真にとるか、{_JPEG}"
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        return (
            "HEIC形式の写真は受け取れません。iPhoneでは「設定」→「カメラ」→「フォーマット」で"
            "「互換性優先」を選んでとり直すか、その写真の画面を画像として保存（スクリーンショット）して、"
            "もう一度選んでください。"
        )
    if head[:4] == b"<svg" or (head[:5] == b"<?xml" and b"<svg" in head):
        return f"SVG形式の図は受け取れません。{_JPEG}"
    if head[:2] == b"PK" or head[:4] == b"\xd0\xcf\x11\xe0":
        return f"文書や圧縮したファイルは受け取れません。{_JPEG}"
    return f"このファイルは、JPEG・PNG・WebP形式の画像ではありません。{_JPEG}"


def declared_webp_size(data: bytes) -> tuple[int, int] | None:
    """Width and height from the head of a WebP: its decoder would take memory for them before anybody can ask."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP" or len(data) < 30:
        return None
    chunk, body = data[12:16], data[20:]
    if chunk == b"VP8X":
        return 1 + int.from_bytes(body[4:7], "little"), 1 + int.from_bytes(body[7:10], "little")
    if chunk == b"VP8L":
        bits = int.from_bytes(body[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    return int.from_bytes(body[6:8], "little") & 0x3FFF, int.from_bytes(body[8:10], "little") & 0x3FFF
