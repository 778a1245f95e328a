/** Every text of the plugin in Swedish, and by its keys the type of all languages. `{…}` is filled in. */
export const sv = {
  // Fields of a service
  'field.name': 'Namn',
  'field.abbreviation': 'Förkortning',
  'field.expansion': 'Uttydning',
  'field.formerNames': 'Tidigare namn',
  'field.aliases': 'Kallas även',
  'field.category': 'Område',
  'field.kind': 'Typ',
  'field.audience': 'Målgrupp',
  'field.access': 'Åtkomst',
  'field.accessNote': 'Inloggning och behörighet',
  'field.whoMayUse': 'Vem får använda den',
  'field.description': 'Beskrivning',
  'field.url': 'Sida om tjänsten',
  'field.serviceUrl': 'Till tjänsten',
  'field.openApi': 'Öppet API',
  'field.route': 'Så ansluter man',
  'field.status': 'Status',
  'field.statusNote': 'Om statusen',
  'field.after': 'Kom efter',
  'field.owner': 'Ansvarig',
  'field.note': 'Anmärkning',
  'field.checked': 'Senast kontrollerad',
  'field.evidence': 'Senaste daterade belägg',
  'field.relations': 'Hör ihop med',
  'field.grade': 'Belagd',
  'field.sources': 'Källor',

  // Relations, read from the service on whose page they stand
  'relation.part-of': 'Del av',
  'relation.has-part': 'Består av',
  'relation.login-with': 'Loggar in med',
  'relation.login-for': 'Inloggning till',
  'relation.authority-from': 'Hämtar behörighet från',
  'relation.authority-for': 'Ger behörighet till',
  'relation.data-from': 'Hämtar data från',
  'relation.delivers-to': 'Levererar till',
  'relation.requires': 'Kräver',
  'relation.required-by': 'Krävs av',
  'relation.runs-over': 'Går via',
  'relation.carries': 'Bär',
  'relation.uses': 'Använder',
  'relation.used-by': 'Används av',
  'relation.replaces': 'Ersätter',
  'relation.replaced-by': 'Ersatt av',
  'relation.complements': 'Kompletterar',
  'relation.see-also': 'Hör ihop med',

  'status.active': 'I bruk',
  'status.paused': 'Pausad',
  'status.winding-down': 'Under avveckling',
  'status.wound-up': 'Avvecklad',
  'status.handed-over': 'Överförd till annan',
  'status.unknown': 'Okänt om den finns i dag',

  'grade.A': 'Officiell källa',
  'grade.B': 'Andrahandskälla',
  'grade.C': 'En enda artikel',
  'grade.own': 'Vår egen indelning',
  'grade.unknown': 'Inte belagt',

  'openApi.yes': 'Ja',
  'openApi.partial': 'Delvis',
  'openApi.none-found': 'Inget har hittats',

  // What is not known, or no longer sure
  unknown: 'okänt',
  nameOnly: 'Bara namnet är belagt.',
  stale: 'Uppgifterna kontrollerades senast {date} och kan vara inaktuella.',
  neverChecked: 'Uppgifterna är inte kontrollerade.',
  sourceWithoutAddress: 'adress saknas',

  // Pages
  'page.services': 'Tjänster A–Ö',
  'page.glossary': 'Ordlista',
  'page.glossaryIntro': 'Förkortningar och vad de står för.',
  'page.by.category': 'Tjänster efter område',
  'page.by.audience': 'Tjänster efter målgrupp',
  'page.by.access': 'Tjänster efter åtkomst',
  'page.facts': 'Fakta',
  'page.map': 'Så hänger tjänsten ihop med andra',
  'page.mapAsList': 'Samma samband som lista',
  'page.posts': 'Inlägg om tjänsten',
  'page.noPosts': 'Inga inlägg nämner tjänsten än.',
  'page.inPost': 'Tjänster i inlägget',
  'page.compare': 'Jämför tjänster',
  'page.stepServices': 'Tjänster i steget',
  'page.data': 'Katalogen som data (JSON)',

  // Choosing among services
  'filter.label': 'Välj bland tjänsterna',
  'filter.all': 'Alla',
  'filter.by.category': 'Område',
  'filter.by.audience': 'Målgrupp',
  'filter.by.access': 'Åtkomst',
  'filter.by.status': 'Status',
  'filter.by.letter': 'Bokstav',
  'filter.by.kind': 'Typ',
  'filter.by.owner': 'Ansvarig',
  'filter.none': 'Inga tjänster passar valet.',
  'filter.clear': 'Visa alla',
  'count.services.one': '{count} tjänst',
  'count.services.other': '{count} tjänster',
  'count.relations.one': '{count} samband',
  'count.relations.other': '{count} samband',

  // Terms in a text
  'term.more': 'Mer om {name}',
  'term.explain': 'Vad är {name}?',
} as const;

/** The keys of every language's texts. */
export type StringKey = keyof typeof sv;

/** One language's texts. */
export type Strings = Readonly<Record<StringKey, string>>;
