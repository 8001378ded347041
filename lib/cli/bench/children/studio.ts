import { measureStudio } from '../studio';

/** A process of its own, because everything in it reads one environment: `studio.ts <folder>`. */
const [folder] = process.argv.slice(2);
if (!folder) throw new Error('The folder to work in is missing.');
const lines = await measureStudio(folder);
process.stdout.write(`\n${lines.join('\n')}\n`);
