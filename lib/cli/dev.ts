import { runProgram } from './say';
import { upUntilStopped } from './up';

await runProgram(() => upUntilStopped('development'));
