/** Shows a login QR in the terminal. */
import qrcode from 'qrcode-terminal';

/** Prints the code with a line that says what to do with it. */
export function printQr(code: string): void {
  qrcode.generate(code, { small: true }, (picture) => {
    process.stdout.write(`请用机器人的微信扫码登录：\n${picture}\n`);
  });
}
