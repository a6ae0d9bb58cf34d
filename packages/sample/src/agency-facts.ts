/** The invented organizations, offices and counties of the sample agency. All names are made up. */
export const AGENCY_NAME = "Sample Department of Human Services";
export const TIME_ZONE = "America/Chicago";

export const CONTRACTORS = [
  { name: "Prairie Lantern Family Services", mail: "prairie-lantern" },
  { name: "River Birch Family Care", mail: "river-birch" },
  { name: "Capital Oak Kin Services", mail: "capital-oak" },
  { name: "Blue Heron Partners", mail: "blue-heron" },
  { name: "Kestrel Ridge Network", mail: "kestrel-ridge" },
  { name: "Harvest Gate Home", mail: "harvest-gate" },
] as const;

/** Subcontractors with the index of the contractor they work for. */
export const SUBCONTRACTORS = [
  { name: "Bright Path Mentors", of: 0 },
  { name: "Stepping Stone Supports", of: 3 },
] as const;

/** The ten contract areas with the two contractors (position 1, position 2) and an invented county map. */
export const AREAS = [
  {
    service: "Ames",
    pair: [0, 1],
    counties:
      "Boone Calhoun Franklin Greene Hamilton Hardin Humboldt Pocahontas Story Webster Wright",
  },
  {
    service: "Cedar Rapids",
    subarea: "Subarea 1",
    pair: [1, 3],
    counties: "Benton Iowa Johnson Jones Linn",
  },
  {
    service: "Cedar Rapids",
    subarea: "Subarea 2",
    pair: [3, 4],
    counties: "Davis Jefferson Keokuk Mahaska Monroe Van_Buren Wapello Washington",
  },
  {
    service: "Council Bluffs",
    pair: [2, 5],
    counties:
      "Adair Adams Cass Fremont Guthrie Harrison Mills Montgomery Page Pottawattamie Shelby Taylor",
  },
  {
    service: "Davenport",
    pair: [3, 1],
    counties: "Cedar Clinton Des_Moines Henry Lee Louisa Muscatine Scott",
  },
  { service: "Des Moines", subarea: "Subarea 1", pair: [2, 0], counties: "Polk" },
  {
    service: "Des Moines",
    subarea: "Subarea 2",
    pair: [5, 2],
    counties:
      "Appanoose Clarke Dallas Decatur Jasper Lucas Madison Marion Marshall Poweshiek Ringgold Tama Union Warren Wayne",
  },
  {
    service: "Dubuque",
    pair: [4, 3],
    counties: "Allamakee Clayton Delaware Dubuque Fayette Howard Jackson Winneshiek",
  },
  {
    service: "Sioux City",
    pair: [0, 5],
    counties:
      "Audubon Buena_Vista Carroll Cherokee Clay Crawford Dickinson Emmet Ida Lyon Monona O'Brien Osceola Palo_Alto Plymouth Sac Sioux Woodbury",
  },
  {
    service: "Waterloo",
    pair: [1, 4],
    counties:
      "Black_Hawk Bremer Buchanan Butler Cerro_Gordo Chickasaw Floyd Grundy Hancock Kossuth Mitchell Winnebago Worth",
  },
] as const satisfies readonly {
  service: string;
  subarea?: string;
  pair: readonly [number, number];
  counties: string;
}[];

/** Offices with the areas (indexes above) whose referrals come from them. */
export const OFFICES = [
  { name: "North Sample Office", county: "Black Hawk", areas: [0, 7, 9] },
  { name: "East Sample Office", county: "Linn", areas: [1, 2, 4] },
  { name: "Central Sample Office", county: "Polk", areas: [5, 6] },
  { name: "West Sample Office", county: "Woodbury", areas: [3, 8] },
] as const;

/** Department staff: supervisors by office, three workers each. */
export const SUPERVISORS = [
  "Robin Castlemere",
  "Morgan Ellisford",
  "Dana Whitwell",
  "Casey Northam",
] as const;
export const WORKERS = [
  ["Pat Oldbrook", "Jordan Blakeley", "Avery Fieldstead"],
  ["Pilar Moreland", "Sasha Winterford", "Lee Quarry"],
  ["Kayla Brightwell", "Noel Hartstone", "Rene Marlowe"],
  ["Drew Saltmarsh", "Toni Underhill", "Jamie Westerley"],
] as const;
export const ADMINISTRATORS = ["Alex Stewardson", "Sidney Archer"] as const;
export const AUDITOR = "Frances Ledgerwood";

/** Contractor staff by contractor: a supervisor with intake, then three care coordinators. */
export const CONTRACTOR_STAFF = [
  ["Helen Prairiewood", "Nia Brandt", "Lee Fordham", "Oscar Lindell"],
  ["Marcus Riverton", "Tess Alderway", "Bea Corwin", "Ian Foss"],
  ["Joy Capitan", "Ruth Oakley", "Sol Marchetti", "Pia Thorne"],
  ["Dale Heronby", "Gwen Ashdown", "Raj Mallory", "Kit Sandoval"],
  ["Ella Kestrelton", "Max Ridgeway", "Una Birkett", "Tom Hale"],
  ["Carl Harvestone", "Ivy Gateley", "Jo Pemberton", "Sam Eastlake"],
] as const;
