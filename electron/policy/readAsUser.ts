import process from 'node:process';
import { readPolicy } from './readPolicy.ts';

/** For policy.test.ts: reads the policy as on Windows, as a user who owns nothing. */
process.setgid?.(65534);
process.setuid?.(65534);
process.stdout.write(JSON.stringify(readPolicy(process.argv[2] ?? '', 'win32')));
