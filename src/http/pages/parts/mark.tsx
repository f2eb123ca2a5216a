// The product's sign: a ring with its turn marked.

export function Mark() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M18.9 8.6A8 8 0 1 0 20 13" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round" />
      <circle cx="19.4" cy="6" r="2.9" fill="currentColor" />
    </svg>
  );
}
