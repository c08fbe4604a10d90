#!/usr/bin/env node
// CommonJS, as ./package.json says: Node starts it without its loader of ES modules, which takes longer than all of this.
require('../dist/start.cjs');
