"""絵記号: line icons on a 24 by 24 grid, drawn for this project. The value is what stands inside the `<svg>`."""

ICONS: dict[str, str] = {
    "home": '<path d="M3 11 12 4l9 7M5.5 9.5V20h13V9.5M10 20v-6h4v6"/>',
    "person": '<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5c.8-4.3 3.6-6.5 7.5-6.5s6.7 2.2 7.5 6.5"/>',
    "history": '<rect x="3.5" y="5" width="17" height="15.5" rx="2"/>'
    '<path d="M3.5 10h17M8 3v4M16 3v4m-7.5 8.5 2.3 2.3 4.2-4.3"/>',
    "site": '<path d="M5 21V9h8v12M13 21V5l6-2v18M2.5 21h19M8 12.5h2M8 16h2M16 8v0M16 12v0M16 16v0"/>',
    "bell": '<path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4"/>',
    "eye": '<path d="M2.5 12C5 7.6 8.2 5.5 12 5.5s7 2.1 9.5 6.5c-2.5 4.4-5.7 6.5-9.5 6.5S5 16.4 2.5 12z"/>'
    '<circle cx="12" cy="12" r="3"/>',
    "key": '<circle cx="8" cy="14.5" r="4.5"/><path d="m11.3 11.3 8.2-8.2M16 6.6l3 3M14 8.6l2 2"/>',
    "leave": '<path d="M14 4H5v16h9M10 12h11M17.5 8.5 21 12l-3.5 3.5"/>',
    "check": '<path d="m5 12.5 4.6 4.6L19 7.5"/>',
    "chain": '<path d="M10 8H7.5a4 4 0 0 0 0 8H10M14 8h2.5a4 4 0 0 1 0 8H14M9.5 12h1M13.5 12h1"/>',
    "clock": '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.2l3.4 2"/>',
    "cross": '<path d="m6.5 6.5 11 11M17.5 6.5l-11 11"/>',
    "dash": '<path d="M6 12h12"/>',
    "warning": '<path d="M12 3.6 22 20.4H2zM12 10v5M12 17.6v.2"/>',
    "info": '<circle cx="12" cy="12" r="8.8"/><path d="M12 11v6M12 7.5v.2"/>',
    "stop": '<path d="M8 3h8l5 5v8l-5 5H8l-5-5V8zM9 9l6 6M15 9l-6 6"/>',
    "next": '<path d="m9 5.5 6.5 6.5L9 18.5"/>',
    "previous": '<path d="M15 5.5 8.5 12l6.5 6.5"/>',
    "card": '<rect x="3" y="5.5" width="18" height="13" rx="2"/><path d="M3 10h18M6.5 14.5h5"/>',
    "mail": '<rect x="3" y="5.5" width="18" height="13" rx="2"/><path d="m3.5 7 8.5 6.5L20.5 7"/>',
    "device": '<rect x="7" y="2.5" width="10" height="19" rx="2"/><path d="M11 18.5h2"/>',
    "phone": '<path d="M6 3.5h3.5l1.5 4-2 1.5a11 11 0 0 0 6 6l1.5-2 4 1.5V18'
    'a2.5 2.5 0 0 1-2.7 2.5C10.5 20 4 13.5 3.5 6.2A2.5 2.5 0 0 1 6 3.5z"/>',
    "turn": '<path d="M20 5v5h-5M19.6 10A8 8 0 1 0 20 14"/>',
    "mask": '<rect x="3.5" y="5" width="17" height="14" rx="1.5"/><path d="M7 10h10M7 13.5h6" stroke-width="3.4"/>',
    "pen": '<path d="m4 20 1-4.5L16 4.5l3.5 3.5L8.5 19zM14 6.5l3.5 3.5"/>',
    "pen_check": '<path d="m3 16 1-4.5L12.5 3 16 6.5 7.5 15zM10.5 5 14 8.5"/><path d="m12 18.5 2.8 2.8 6-6.6"/>',
    "link": '<rect x="2.5" y="5" width="8" height="8" rx="1.5"/><rect x="13.5" y="11" width="8" height="8" rx="1.5"/>'
    '<path d="M10.5 9H17a.5.5 0 0 1 .5.5V11"/>',
    "digits": '<rect x="3" y="5.5" width="18" height="13" rx="2" stroke-dasharray="3 2.4"/>'
    '<path d="M7 10v4.5M11 10h2.5v2H11v2.5h2.5M17 10v4.5"/>',
    "figures": '<path d="M3 20.5h18M6 20.5V12M12 20.5V4M18 20.5v-6" stroke-width="2.4"/>',
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "paper": '<path d="M6 3h8.5L19 7.5V21H6zM14 3v5h5M9 12.5h7M9 16.5h7"/>',
    "tiers": '<path d="M9 3h6v5H9zM3 16h6v5H3zM15 16h6v5h-6zM12 8v4M6 16v-4h12v4"/>',
    "lock": '<rect x="5" y="10.5" width="14" height="10" rx="2"/><path d="M8 10.5V7.5a4 4 0 0 1 8 0v3M12 14.5v2"/>',
    "print": '<path d="M7 9V3.5h10V9M7 17H4V9h16v8h-3M7 14h10v6.5H7z"/>',
}
