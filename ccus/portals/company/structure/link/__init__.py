"""受け取ったリンク: joining a site by a link."""
