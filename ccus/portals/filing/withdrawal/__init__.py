"""取下げ: asked once more before it is done."""
