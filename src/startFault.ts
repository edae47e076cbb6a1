/**
 * A reason not to start that the operator can mend: each line says what is wrong and what to do.
 *
 * Thrown by whatever runs before the doors open; `main.ts` prints the lines on stderr and ends with exit code 1.
 * Anything else that is thrown there is a bug and is printed with its stack.
 */
export class StartFault extends Error {
  readonly lines: readonly string[];

  constructor(lines: readonly string[], cause?: unknown) {
    super(lines.join('\n'), { cause });
    this.name = 'StartFault';
    this.lines = lines;
  }
}
