// A mailbox of an agency: a mail server on this machine that keeps what it is given.
import { SMTPServer } from "smtp-server";

export async function startMailbox() {
  const mails = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData: (stream, session, done) => {
      let text = "";
      stream.on("data", (bytes) => (text += bytes));
      stream.on("end", () => {
        mails.push({ to: session.envelope.rcptTo.map((one) => one.address), text });
        done();
      });
    },
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: server.server.address().port,
    /** What this finds in a mail to the address; waits for the mail. */
    find: async (to, words) => {
      for (const until = Date.now() + 20_000; Date.now() < until; await new Promise((wake) => setTimeout(wake, 100))) {
        const found = mails.filter((mail) => mail.to.includes(to)).map((mail) => words.exec(mail.text)).findLast(Boolean);
        if (found) return found[1];
      }
      throw new Error(`no mail to ${to} says ${words}`);
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
