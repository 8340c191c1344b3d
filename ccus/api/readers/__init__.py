"""カードリーダーの入口: the taps come in here, and the gate page goes out."""
