package app.oegukmin.local.function;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Standard output of the process, told apart: what a function prints goes to its log, as on Lambda,
 * line by line. Threads that a function starts inherit its class loader and are recognised too.
 */
public final class FunctionOutput extends OutputStream {

  private final OutputStream console;
  private final ThreadLocal<ByteArrayOutputStream> line =
      ThreadLocal.withInitial(ByteArrayOutputStream::new);

  private FunctionOutput(OutputStream console) {
    this.console = console;
  }

  /** A stream for {@code System.setOut} that leaves to the console what is no function's. */
  public static PrintStream around(PrintStream console) {
    return new PrintStream(new FunctionOutput(console), true, StandardCharsets.UTF_8);
  }

  @Override
  public void write(int oneByte) throws IOException {
    if (!(Thread.currentThread().getContextClassLoader() instanceof FunctionLoader function)) {
      console.write(oneByte);
    } else if (oneByte == '\n') {
      function.log().log(line.get().toString(StandardCharsets.UTF_8));
      line.remove();
    } else {
      line.get().write(oneByte);
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (Thread.currentThread().getContextClassLoader() instanceof FunctionLoader) {
      super.write(bytes, offset, length);
    } else {
      console.write(bytes, offset, length);
    }
  }

  @Override
  public void flush() throws IOException {
    console.flush();
  }
}
