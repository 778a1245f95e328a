/**
 * The words of this package: what one room hands to the next. Types only, and no word of any one catalogue.
 */

/** A language code (`sv`, `en`) and the text in it; a plain string is in the catalogue's own language. */
export type Localized = string | Record<string, string>;

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

/**
 * How well a fact is known. `A`: an official page or repository said so. `B`: a secondary source did. `C`: one
 * article alone. `own`: our editorial choice, not a fact. `unknown`: not established.
 */
export type Grade = 'A' | 'B' | 'C' | 'own' | 'unknown';

/** Whether the service is there today. `unknown`: not established. */
export type Status = 'active' | 'paused' | 'winding-down' | 'wound-up' | 'handed-over' | 'unknown';

/** How one service hangs together with another, seen from the one that states it. Each has an inverse. */
export type RelationType =
  | 'part-of'
  | 'has-part'
  | 'login-with'
  | 'login-for'
  | 'authority-from'
  | 'authority-for'
  | 'data-from'
  | 'delivers-to'
  | 'requires'
  | 'required-by'
  | 'runs-over'
  | 'carries'
  | 'uses'
  | 'used-by'
  | 'replaces'
  | 'replaced-by'
  | 'complements'
  | 'see-also';

/** A field whose grade `grades` may state. */
export type GradedField =
  | 'name'
  | 'abbreviation'
  | 'expansion'
  | 'aliases'
  | 'category'
  | 'audience'
  | 'access'
  | 'description'
  | 'whoMayUse'
  | 'url'
  | 'integration'
  | 'status'
  | 'relations';

/** Where a fact comes from. */
export interface Source {
  /** Short key, unique within the entry. */
  ref: string;
  grade: Grade;
  /** Absolute address; absent where none is known. */
  url?: string | undefined;
  /** The day, month or year the source itself bears: `2022-06-02`, `2018-07`. */
  date?: string | undefined;
  /** What the source is, in the catalogue's language. */
  note: Localized;
}

/** A relation as an entry's file states it. */
export interface StatedRelation {
  type: RelationType;
  /** Id of the other service. */
  to: string;
  grade: Grade;
  /** Finer words than the type's own. */
  label?: Localized | undefined;
}

/** What came after a service: one of the catalogue by `id`, or something outside it by `name`. */
export interface Successor {
  id?: string | undefined;
  name?: string | undefined;
  owner?: string | undefined;
  url?: string | undefined;
  grade: Grade;
}

/** How a system is connected. */
export interface Integration {
  /** An open API. `none-found`: none was found, which is no proof that none exists. Absent: unknown. */
  openApi?: 'yes' | 'partial' | 'none-found' | undefined;
  route?: Localized | undefined;
}

/** One entry as its file states it. A field that is absent is unknown. */
export interface ServiceEntry {
  /** Lower-case letters, digits and hyphens; the file's name and the page's address. */
  id: string;
  name: string;
  abbreviation?: string | undefined;
  /** What the abbreviation stands for. */
  expansion?: string | undefined;
  formerNames: string[];
  /** Other names it goes by. */
  aliases: string[];
  /** Further spellings that count as a mention but are printed nowhere. */
  mentionAs: string[];
  /** Words that may mean something else: never taken for a mention. */
  ambiguous: string[];
  /** Keys of the catalogue's own lists. */
  category: string;
  kind: string;
  audience: string[];
  access: string[];
  accessNote?: Localized | undefined;
  whoMayUse?: Localized | undefined;
  description: Localized;
  /** Page about the service. */
  url?: string | undefined;
  /** The service itself. */
  serviceUrl?: string | undefined;
  integration?: Integration | undefined;
  status: Status;
  statusNote?: Localized | undefined;
  after: Successor[];
  owner: string;
  /** Run by somebody other than whom the catalogue is about. */
  neighbour: boolean;
  /** Nothing but the name is established. */
  nameOnly: boolean;
  note?: Localized | undefined;
  /** The day a person last compared the entry with its sources. */
  checked?: Day | undefined;
  /** The newest dated sign that the service exists under this name; day or month. */
  evidence?: { date: string; grade: Grade } | undefined;
  relations: StatedRelation[];
  grades: Partial<Record<GradedField, Grade | undefined>>;
  sources: Source[];
}

/** An abbreviation of the field that is no service. */
export interface TermEntry {
  short: string;
  /** What it stands for. */
  long: string;
  grade: Grade;
  /** Ids of the services it belongs with. */
  services: string[];
  sources: Source[];
}

/** A way through something, step by step, each step with its source. */
export interface Guide {
  id: string;
  title: Localized;
  intro?: Localized | undefined;
  checked?: Day | undefined;
  steps: GuideStep[];
}

export interface GuideStep {
  /** Unique within the guide; part of the step's address. */
  id: string;
  title: Localized;
  text: Localized;
  grade: Grade;
  /** Ids of the services it concerns. */
  services: string[];
  sources: Source[];
}

/** A closed list of words: key → what it is called. The order is the order on the pages. */
export type Vocabulary = Record<string, Localized>;

/** What `catalogue.yml` says. */
export interface CatalogueHead {
  id: string;
  /** Language of the plain texts and of the collation. */
  lang: string;
  title: Localized;
  description?: Localized | undefined;
  /** A line shown on every page, e.g. that the catalogue is not from whom it describes. */
  independence?: Localized | undefined;
  /** `either`: a relation is stated in one of the two files, the other direction is computed. `both`: in both. */
  relationsIn: 'either' | 'both';
  categories: Vocabulary;
  kinds: Vocabulary;
  audiences: Vocabulary;
  access: Vocabulary;
}

/** Something wrong in a catalogue's files, as the host tells of it. */
export type { Problem } from 'astro-redaktion/types';

/** A place in a file, 1-based. */
export interface Place {
  file: string;
  line?: number;
  column?: number;
}

/** An entry and where each of its fields stands. */
export interface LocatedEntry {
  data: ServiceEntry;
  /** The place of a field: `at('relations', 2, 'to')`; of the nearest thing around it, if it has none. */
  at: (...path: readonly (string | number)[]) => Place;
}

/** A relation seen from one service. */
export interface Relation {
  type: RelationType;
  /** The other service. */
  to: string;
  grade: Grade;
  label?: Localized;
  /** Stated in this service's own file; otherwise turned round from the other's. */
  stated: boolean;
}

/** An entry with what the catalogue as a whole knows of it. */
export interface Service extends Omit<ServiceEntry, 'relations'> {
  /** Both directions, in the order of the file, then of the other services. */
  relations: readonly Relation[];
  /** Under which letter it stands: `A`–`Ö`, or `0–9`. */
  letter: string;
}

/** One line between two services, drawn once. */
export interface Edge {
  from: string;
  to: string;
  type: RelationType;
  grade: Grade;
}

/** A whole catalogue, ready to show. */
export interface Catalogue {
  head: CatalogueHead;
  /** By name, in the collation of the catalogue's language. */
  services: readonly Service[];
  byId: ReadonlyMap<string, Service>;
  /** Every name, by its `nameKey()`. */
  byName: ReadonlyMap<string, Service>;
  edges: readonly Edge[];
}
