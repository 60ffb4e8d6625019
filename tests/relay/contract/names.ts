import { createSocket } from "node:dgram";

/** A name server on loopback that knows every name as 127.0.0.1: nginx looks names up while it runs. */
export function startNames(): Promise<{ port: number; close(): Promise<void> }> {
  const socket = createSocket("udp4");
  socket.on("message", (question, from) => {
    const end = question.indexOf(0, 12) + 5;
    const isAddress = question.readUInt16BE(end - 4) === 1;
    const head = Buffer.from(question.subarray(0, 12));
    head.writeUInt16BE(0x8180, 2);
    head.writeUInt16BE(isAddress ? 1 : 0, 6);
    head.fill(0, 8, 12);
    // The name by reference to the question, type A, class IN, 60 seconds, four bytes.
    const answer = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 127, 0, 0, 1]);
    socket.send(
      Buffer.concat([head, question.subarray(12, end), ...(isAddress ? [answer] : [])]),
      from.port,
      from.address,
    );
  });
  return new Promise((resolve) => {
    socket.bind(0, "127.0.0.1", () =>
      resolve({ port: socket.address().port, close: () => new Promise((done) => socket.close(() => done())) }),
    );
  });
}
