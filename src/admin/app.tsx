/** Settings of the admin panel: English first, Japanese for those who choose it in their profile. */
export default {
  config: {
    locales: ['ja'],
  },
  bootstrap(): void {
    // Strapi requires the function; there is nothing to add to the panel yet.
  },
};
