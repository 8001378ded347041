/** Countries whose people mostly live south of the equator (ISO 3166). */
const SOUTHERN = new Set(
  'AO AR AU BI BO BR BW CD CG CL EC FJ GA ID KM LS MG MU MW MZ NA NR NZ PE PG PY RW SB SC SZ TL TO TV TZ UY VU WS ZA ZM ZW'.split(
    ' ',
  ),
);

/** On which half of the earth a country's seasons are; north when nothing is known. */
export function hemisphereOf(country: string | null): 'north' | 'south' {
  return country !== null && SOUTHERN.has(country) ? 'south' : 'north';
}
