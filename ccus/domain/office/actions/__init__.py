"""提案の行為, and acts that ask for what a second officer has seen."""
