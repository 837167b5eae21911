'use strict';

// Strapi loads a local plugin from its source folder; the server part is compiled with the application.
module.exports = require('../../../dist/src/plugins/copydesk/server').default;
