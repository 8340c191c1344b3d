"""所属事業者: what stands, what companies ask, what the worker asks (REG-11 to REG-14)."""
