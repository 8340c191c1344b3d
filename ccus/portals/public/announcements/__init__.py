"""お知らせ of the homepage."""
