"""電話の相手のカード: loss, finding and 再発行 for a caller about whom an enquiry is open (CARD-20, CARD-24)."""
