"""見つかった事業者: what is registered of a firm for everybody (SEEK-09)."""
