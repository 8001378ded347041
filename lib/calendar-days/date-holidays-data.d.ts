/** The raw tables of date-holidays, which the package exports without types. */
declare module 'date-holidays/data' {
  export type RuleOptions = { type?: string; name?: Record<string, string> | string };
  export type RuleTable = Record<string, RuleOptions | false>;
  export type Place = {
    name?: string;
    names?: Record<string, string>;
    langs?: string[];
    /** Takes the days of another place first: "ES", ["SO", "states", "AW"]. */
    _days?: string | string[];
    days?: RuleTable;
    states?: Record<string, Place>;
    regions?: Record<string, Place>;
  };
  export const data: { version: string; holidays: Record<string, Place>; names: unknown };
}
