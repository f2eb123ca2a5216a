// Distances on the globe, and what they mean for meeting in person.

export const EARTH_RADIUS_KM = 6371.0088;

export interface Place {
  uf: string | null;
  lat: number | null;
  lon: number | null;
}

/** Kilometres along the great circle (haversine, Sinnott 1984, mean earth radius of IUGG); inputs in degrees. */
export function haversineKm(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const dLat = radians(b.lat - a.lat);
  const dLon = radians(b.lon - a.lon);
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Kilometres between two places; null when either has no usable coordinates. */
export function kilometres(a: Place, b: Place): number | null {
  const from = point(a);
  const to = point(b);
  return from && to ? haversineKm(from, to) : null;
}

function point(place: Place): { lat: number; lon: number } | null {
  const { lat, lon } = place;
  if (lat === null || lon === null || !Number.isFinite(lat) || !Number.isFinite(lon)) return null;
  return { lat, lon };
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
