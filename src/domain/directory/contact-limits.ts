// How many professionals one client may write to for a case.

/** At once: whoever is asked should have a real chance, and does not lose his time to a race. */
export const MOST_OPEN_CONTACTS = 3;
/** In all; after that a person of the team helps. */
export const MOST_CONTACTS = 10;
export const MOST_CONTACT_CHARACTERS = 600;
