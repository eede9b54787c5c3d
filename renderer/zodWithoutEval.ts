import { config } from 'zod';

// Zod tries `new Function` to make parsers faster; the content security policy refuses it and would report every try.
config({ jitless: true });
