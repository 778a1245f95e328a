import { defineConfig } from 'astro/config';
import redaktion from 'astro-redaktion';
import inera from 'redaktion-inera';

export default defineConfig({
  site: 'https://exempel.se',
  integrations: [
    redaktion({
      title: 'Redaktionen',
      description: 'Om svensk e-hälsa, och om att publicera den väl',
      postsPerPage: 5,
      search: true,
      sharePictures: true,
      // Tests compare pages; a commit that mends a post should not date it anew.
      gitDates: false,
      navigation: [
        { label: 'Artiklar', href: '/artiklar/' },
        { label: 'Taggar', href: '/tags/' },
        { label: 'Tjänster', href: '/tjanster/' },
        { label: 'Om', href: '/om/' },
      ],
      theme: {
        fonts: { text: '@fontsource/source-serif-4', interface: '@fontsource/atkinson-hyperlegible-next' },
      },
      footnotes: 'popover',
      contactForm: { action: '/kontakt' },
      plugins: [inera({ languages: ['sv', 'en'] })],
    }),
  ],
});
