package eu.cairn.app.remote;

import java.io.IOException;
import java.io.Serial;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the connections of one fetch. Where a connection leads is looked at when it is made, on the
 * very address that it is made to: no other answer of a name server can come in between.
 */
final class GuardedSockets extends SSLSocketFactory {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedSockets.class);

    private final SSLSocketFactory secure;
    private final Predicate<InetAddress> allowed;
    private final Queue<Socket> made = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    GuardedSockets(SSLSocketFactory secure, Predicate<InetAddress> allowed) {
        this.secure = secure;
        this.allowed = allowed;
    }

    /** A connection would lead where none may lead. */
    static final class NotAllowed extends IOException {
        @Serial private static final long serialVersionUID = 1;

        NotAllowed(InetAddress address) {
            super(address.getHostAddress() + " is not a public address, or too late");
        }
    }

    /** Ends every connection that was made, whatever it is waiting for; no other can be made. */
    void closeAll() {
        closed = true;
        for (var socket : made) {
            try {
                socket.close();
            } catch (IOException e) {
                LOG.debug("a connection was gone already", e);
            }
        }
    }

    @Override
    public Socket createSocket() {
        var socket = new Guarded(to -> !closed && allowed.test(to));
        made.add(socket);
        return socket;
    }

    @Override
    public Socket createSocket(Socket connected, String host, int port, boolean close)
            throws IOException {
        return secure.createSocket(connected, host, port, close);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        var socket = createSocket();
        socket.connect(new InetSocketAddress(InetAddress.getByName(host), port));
        return createSocket(socket, host, port, true);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
            throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host.getHostAddress(), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
            throws IOException {
        return createSocket(host, port);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return secure.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return secure.getSupportedCipherSuites();
    }

    private static final class Guarded extends Socket {

        private final Predicate<InetAddress> allowed;

        Guarded(Predicate<InetAddress> allowed) {
            super(Proxy.NO_PROXY); // else a setting of the machine could lead it elsewhere
            this.allowed = allowed;
        }

        @Override
        public void connect(SocketAddress to, int timeout) throws IOException {
            if (!(to instanceof InetSocketAddress internet) || internet.isUnresolved()) {
                throw new IOException("the name is not known");
            }
            if (!allowed.test(internet.getAddress())) {
                throw new NotAllowed(internet.getAddress());
            }
            super.connect(to, timeout);
        }

        @Override
        public void connect(SocketAddress to) throws IOException {
            connect(to, 0);
        }
    }
}
