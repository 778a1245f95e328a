/** The package's name: the host knows the plugin, its texts and its data by it. */
export const PLUGIN = 'redaktion-inera';
