/** The one function of qrcode-terminal that is used; the package ships no types. */
declare module 'qrcode-terminal' {
  interface QrCode {
    generate(text: string, options: { small: boolean }, show: (picture: string) => void): void;
  }
  const qrcode: QrCode;
  export default qrcode;
}
