"""登録行政書士: whom the office has marked (PROXY-02)."""
