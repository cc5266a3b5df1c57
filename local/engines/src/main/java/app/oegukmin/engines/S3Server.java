package app.oegukmin.engines;

import java.net.URI;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** S3Proxy over plain files. It checks signatures, presigned ones too, as S3 does. */
record S3Server(Path directory) implements Server {

  @Override
  public void start(int port) throws Exception {
    // An absolute directory: from a relative one objects are never listed.
    var files = Directories.make(directory).toString();
    S3Proxy.builder()
        .blobStore(new FilesystemNio2BlobStore(files))
        .endpoint(URI.create("http://127.0.0.1:" + port))
        .awsAuthentication(
            AuthenticationType.AWS_V4, LocalAccount.ACCESS_KEY_ID, LocalAccount.SECRET_ACCESS_KEY)
        .build()
        .start();
  }
}
