/** Line icons on a 20-unit grid, drawn for Tessera; always beside a word or with a label on their button. */
const paths = {
  today: 'M4 5.5h12v11H4zM4 8.5h12M7 3.5v3M13 3.5v3M7.5 12.2l1.8 1.8 3.4-3.6',
  overview: 'M3 5.5l4.7-2 4.6 2 4.7-2v11l-4.7 2-4.6-2-4.7 2zM7.7 3.5v11M12.3 5.5v11',
  activities: 'M7 5h10M7 10h10M7 15h10M3.2 5h.6M3.2 10h.6M3.2 15h.6',
  money: 'M10 3c3.6 0 6.5 1.1 6.5 2.5S13.600 8 10 8 3.500 6.900 3.500 5.500 6.400 3 10 3zM3.500 5.500v4.500c0 1.400 2.900 2.500 6.500 2.500s6.500-1.100 6.500-2.500V5.500M3.500 10v4.500C3.500 15.900 6.400 17 10 17s6.500-1.100 6.500-2.500V10',
  organisations: 'M4 17V4.500L11 3v14M11 8h5v9M2.500 17h15M6.300 7.500h2M6.300 10.500h2M6.300 13.500h2M13.300 11h.6M13.300 14h.6',
  bring: 'M10 12.500V3.500M6.500 7L10 3.500 13.500 7M3.500 12.500v4h13v-4',
  people: 'M7.500 9.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 16.500c.4-3 2.600-4.500 5.500-4.500s5.100 1.500 5.500 4.500M12.800 9.300a2.700 2.700 0 1 0-.6-5.300M14.700 12.400c1.800.6 3 2 3.300 4.100',
  circles: 'M7.500 12.500a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9zM12.500 16.500a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9z',
  audit: 'M5 3.500h10v13H5zM7.500 7h5M7.500 10h5M7.500 13h3',
  search: 'M9 14.500a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11zM13.200 13.200L17 17',
  close: 'M5 5l10 10M15 5L5 15',
  more: 'M3.500 6h13M3.500 10h13M3.500 14h13',
  globe: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM3 10h14M10 3c2 2 3 4.400 3 7s-1 5-3 7c-2-2-3-4.400-3-7s1-5 3-7z',
  account: 'M10 10a3.300 3.300 0 1 0 0-6.600 3.300 3.300 0 0 0 0 6.600zM3.800 17c.6-3.300 3-5 6.200-5s5.600 1.700 6.200 5',
  help: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM7.900 8.100c.1-1.200 1-1.900 2.200-1.900s2.100.7 2.100 1.800c0 1.600-2.200 1.700-2.200 3.400M10 13.900v.1',
  download: 'M10 3.500v9M6.500 9L10 12.500 13.500 9M3.500 13v3.500h13V13',
  print: 'M6 8V3.500h8V8M6 13.500H3.500V8h13v5.500H14M6 11.500h8v5H6z',
  down: 'M5.500 8l4.500 4.500L14.500 8',
  next: 'M8 5.500l4.500 4.500L8 14.500',
  back: 'M12 5.500L7.500 10l4.500 4.500',
  check: 'M4.500 10.500l3.700 3.700 7.300-8',
  warning: 'M10 3.500l7.200 12.800H2.800zM10 8v4M10 14v.1',
  error: 'M6.800 3h6.400L17 6.800v6.400L13.200 17H6.800L3 13.200V6.800zM10 6.500v4.300M10 13.300v.1',
  info: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 9v4.500M10 6.500v.1',
  undo: 'M7.500 4L4 7.500 7.500 11M4 7.500h7.500a4.500 4.500 0 0 1 0 9H7',
  file: 'M5 3h6.500L15 6.500V17H5zM11.500 3v3.500H15',
  add: 'M10 4v12M4 10h12',
  copy: 'M7 7h9.500v9.500H7zM13 7V3.500H3.500V13H7',
  eye: 'M2.500 10C4.300 6.700 6.900 5 10 5s5.700 1.700 7.500 5c-1.800 3.300-4.400 5-7.500 5s-5.700-1.700-7.500-5zM10 12.300a2.300 2.300 0 1 0 0-4.600 2.300 2.300 0 0 0 0 4.600z',
  share: 'M11 4h5v5M16 4l-7 7M14 12v4.500H3.500V6H8',
  filter: 'M3 5h14M6 10h8M8.500 15h3',
} as const;

export type IconName = keyof typeof paths;

/** Arrows that point along the line of text turn around with it. */
const turning: ReadonlySet<IconName> = new Set(['next', 'back', 'undo']);

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg className={turning.has(name) ? 'icon icon--turning' : 'icon'} width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
