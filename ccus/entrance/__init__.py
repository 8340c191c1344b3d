"""入口: signing in, the first change of password, who may see a page, and the menu around it. All portals share it."""
