"""印刷と発送の行為: batches and their files by the office, arrival by the holder."""
