"""コード表: 職種, 立場 and 社会保険の種別 as versioned data files, loaded by migration (`data/*.csv`)."""
