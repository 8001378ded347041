import { measureDesk } from '../desk';

/** A process of its own, because everything in it reads one environment: `desk.ts <folder> <orders> <ledger rows>`. */
const [folder, orders, ledger] = process.argv.slice(2);
if (!folder || !orders || !ledger) throw new Error('The folder or the numbers are missing.');
const lines = await measureDesk(folder, { orders: Number(orders), ledger: Number(ledger) });
process.stdout.write(`\n${lines.join('\n')}\n`);
