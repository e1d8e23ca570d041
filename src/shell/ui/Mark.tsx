/** The mark: a square tile broken in two along an uneven line, the halves a little apart. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path className="mark__one" d="M4.200 3h14.300l-2.600 6.400 3.100 5.300-4.600 5.700 1.100 8.100H4.200A1.200 1.200 0 0 1 3 27.300V4.200A1.200 1.200 0 0 1 4.200 3z" />
      <path className="mark__two" d="M21.300 3h6.500A1.200 1.200 0 0 1 29 4.200v23.100a1.200 1.200 0 0 1-1.200 1.200h-9.600l-1.100-7.400 4.800-5.900-3.200-5.500z" />
    </svg>
  );
}
